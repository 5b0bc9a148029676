const SHOWN_MS = 8_000;

let hiding: ReturnType<typeof setTimeout> | undefined;

/** Says what has come of something, to eyes and ears, when the dialog that it was done in has gone. */
export function tell(text: string): void {
  const region = document.querySelector('.told') ?? createRegion();
  region.textContent = text;
  clearTimeout(hiding);
  hiding = setTimeout(() => {
    region.textContent = '';
  }, SHOWN_MS);
}

function createRegion(): Element {
  const region = document.createElement('div');
  region.className = 'told';
  region.setAttribute('role', 'status');
  // So that a dialog above the page does not silence it.
  region.dataset.liveAnnouncer = 'true';
  document.body.append(region);
  return region;
}
