package hymio.provisioning.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsLineUpWhateverTheyHold() {
        Table table = new Table(Table.words("PLACE"), Table.numbers("PRESSED"));
        table.row("Uimahalli", 7);
        table.row("  Pääkirjasto", Long.MAX_VALUE);
        assertThat(table).hasToString("""
                PLACE                      PRESSED
                Uimahalli                        7
                  Pääkirjasto  9223372036854775807""");
    }

    @Test
    void combiningMarksAndSoftHyphensTakeNoColumn() {
        Table table = new Table(Table.words("A"), Table.numbers("N"));
        table.row("a\u0308a\u00ADa", 1);
        table.row("aaa", 1);
        assertThat(table).hasToString("A    N\na\u0308aa  1\naaa  1");
    }

    @Test
    void cellsCannotDisturbTheConsole() {
        Table table = new Table(Table.words("A"));
        table.row("\u001b[2J\r\n\u009b31m\u202e");
        assertThat(table.toString()).isEqualTo("A\n [2J   31m");
    }
}
