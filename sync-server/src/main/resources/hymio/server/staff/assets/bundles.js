// Sends the chosen files one by one, so that each outcome shows at once and no number of files is too many. Without this
// script the form does the same in one go.
(() => {
  const form = document.getElementById('bundles');
  const files = document.getElementById('files');
  const button = form.querySelector('button');
  const progress = document.getElementById('progress');
  const bar = document.getElementById('bar');
  const results = document.getElementById('results');
  const lines = document.getElementById('lines');

  document.getElementById('plain-limit').hidden = true;

  const refused = (file, text) => {
    const line = document.createElement('li');
    line.className = 'bad';
    const name = document.createElement('strong');
    name.textContent = file.name;
    const what = document.createElement('span');
    what.textContent = text;
    line.append(name, what);
    lines.append(line);
  };

  const send = async (file) => {
    if (file.size > Number(form.dataset.most)) {
      refused(file, form.dataset.tooLarge);
      return;
    }
    const body = new FormData();
    body.append('csrf', form.elements.csrf.value);
    body.append('file', file, file.name);
    try {
      const answer = await fetch('/bundles?part=1', { method: 'POST', body });
      if (answer.redirected) { // the session has ended: the page leads to signing in
        location.assign('/bundles');
      } else if (answer.ok) {
        lines.insertAdjacentHTML('beforeend', await answer.text());
      } else {
        refused(file, form.dataset.failed);
      }
    } catch {
      refused(file, form.dataset.failed);
    }
  };

  const tell = (done, all) => {
    progress.textContent = form.dataset.progress.replace('{0}', done).replace('{1}', all);
    bar.value = done;
    bar.max = all;
  };

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const chosen = [...files.files];
    button.disabled = true;
    bar.hidden = false;
    results.hidden = false;
    lines.replaceChildren();
    for (const [done, file] of chosen.entries()) {
      tell(done, chosen.length);
      await send(file);
    }
    tell(chosen.length, chosen.length);
    bar.hidden = true;
    button.disabled = false;
    form.reset();
    document.getElementById('results-title').focus();
  });
})();
