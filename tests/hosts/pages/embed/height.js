addEventListener('message', ({ source, data }) => {
  if (data?.hopline !== 1 || data.event !== 'height') return;
  const frame = [...document.querySelectorAll('iframe')].find(({ contentWindow }) => contentWindow === source);
  if (frame) frame.style.height = `${data.height}px`;
});
