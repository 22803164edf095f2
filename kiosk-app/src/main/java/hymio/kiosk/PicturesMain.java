package hymio.kiosk;

import hymio.kiosk.screen.ScreenPicture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Draws the visitor's screen, step by step, into PNG files; needs no display. */
public final class PicturesMain {
    /**
     * @param args the folder to write to, then, if not all are wanted, the names of the pictures without ending
     * @throws IOException if the folder cannot be written
     */
    public static void main(String[] args) throws IOException {
        if (args.length == 0) {
            System.err.println("Name the folder for the pictures.");
            System.exit(2);
        }
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        Path folder = Files.createDirectories(Path.of(args[0]));
        List<String> wanted = List.of(args).subList(1, args.length);
        List<ScreenPicture> pictures = ScreenPicture.all().stream()
                .filter(picture -> wanted.isEmpty() || wanted.contains(picture.name()))
                .toList();
        Platform.startup(() -> {});
        CompletableFuture.runAsync(() -> write(pictures, folder), Platform::runLater)
                .join();
        Platform.exit();
        System.out.println(pictures.size() + " pictures in " + folder);
    }

    private static void write(List<ScreenPicture> pictures, Path folder) {
        for (ScreenPicture picture : pictures) {
            Path file = folder.resolve(picture.name() + ".png");
            try {
                ImageIO.write(opaque(picture.draw()), "png", file.toFile());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + file, e);
            }
        }
    }

    private static BufferedImage opaque(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        return copy;
    }

    private PicturesMain() {}
}
