// What htmx alone does not do for a part of a page that replaces itself.
(() => {
  const QUIET_MILLIS = 60000;
  let open = [];
  let scrolled = [];
  let announced = Date.now();

  const stale = (yes) => {
    document.getElementById('stale').hidden = !yes;
  };
  const isLive = (event) => event.detail.elt.id === 'live';

  // Whoever reads slowly may stop the renewal (WCAG 2.2.2); the choice holds until the browser tab is closed.
  const button = document.getElementById('pause');
  const isPaused = () => sessionStorage.getItem('paused') === 'yes';
  const labelPause = () => {
    button.textContent = isPaused() ? button.dataset.resume : button.dataset.pause;
  };
  button.addEventListener('click', () => {
    sessionStorage.setItem('paused', isPaused() ? 'no' : 'yes');
    labelPause();
  });
  labelPause();
  button.hidden = false;

  // A page that nobody sees asks for nothing; it is fresh two seconds after it is seen again.
  document.addEventListener('htmx:beforeRequest', (event) => {
    if (isLive(event) && (document.hidden || isPaused())) {
      event.preventDefault();
    }
  });

  const isBeingSelected = () => {
    const selection = document.getSelection();
    return !selection.isCollapsed && selection.containsNode(document.getElementById('live'), true);
  };

  // A reader's place is kept: what is open stays open, what was scrolled stays so. (htmx keeps the focus of what has
  // an id.) Text that is selected is left alone until it is not; the page asks again two seconds later.
  document.addEventListener('htmx:beforeSwap', (event) => {
    if (isLive(event) && isBeingSelected()) {
      event.detail.shouldSwap = false;
      return;
    }
    open = [...document.querySelectorAll('#live details[open]')].map((it) => it.id);
    scrolled = [...document.querySelectorAll('#live [data-scrolls]')].map((it) => it.scrollLeft);
  });

  document.addEventListener('htmx:afterSwap', () => {
    open.forEach((id) => document.getElementById(id)?.setAttribute('open', ''));
    document.querySelectorAll('#live [data-scrolls]').forEach((it, i) => {
      it.scrollLeft = scrolled[i] ?? 0;
    });
    // A screen reader hears of new figures at most once a minute.
    if (Date.now() - announced > QUIET_MILLIS) {
      announced = Date.now();
      document.getElementById('announcement').textContent = document.getElementById('live').dataset.summary;
    }
  });

  document.addEventListener('htmx:afterRequest', (event) => stale(!event.detail.successful));
})();
