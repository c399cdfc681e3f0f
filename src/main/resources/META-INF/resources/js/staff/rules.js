/** The form of a final's rules works by plain posts; this spares a click and keeps what was unfolded unfolded. */
const form = document.querySelector('[data-rules-form]');

function unfolded() {
  return Array.from(form.querySelectorAll('details[data-segment][open]'), (segment) => segment.dataset.segment).join(',');
}

form.addEventListener('submit', () => {
  form.querySelector('[data-open]').value = unfolded();
});

// Another kind has other fields, and the buzz has some of its own.
form.addEventListener('change', (event) => {
  const segment = event.target.closest('[data-segment]');
  if (segment && /\.(kind|buzz)$/.test(event.target.name)) {
    form.requestSubmit(segment.querySelector('[data-refresh]'));
  }
});
