/**
 * Put into a page before its own scripts: notes when the first frame stood, and what the page had asked for until then. The player puts its canvas into the
 * page together with its first picture. Plain JavaScript, as a page runs it the way it stands here.
 */
(() => {
  performance.setResourceTimingBufferSize(1000);
  /**
   * @param {Document | ShadowRoot} root
   * @returns {boolean}
   */
  const hasPicture = (root) =>
    [...root.querySelectorAll('*')].some(
      (element) =>
        (element instanceof HTMLCanvasElement && element.classList.contains('canvas') && element.width > 1) || (element.shadowRoot && hasPicture(element.shadowRoot)),
    );
  const look = () => {
    if (!hasPicture(document)) return void requestAnimationFrame(look);
    const resources = performance.getEntriesByType('resource').map(({ name }) => name);
    Object.assign(window, { firstFrame: { time: performance.now(), resources } });
  };
  requestAnimationFrame(look);
})();
