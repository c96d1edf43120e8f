/**
 * Put into a page before its own scripts: collects the tasks that block the page for 50 ms and more, as the browser tells them. Plain JavaScript, as a
 * page runs it the way it stands here.
 */
(() => {
  /** @type {{ start: number, duration: number }[]} */
  const longTasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) longTasks.push({ start: startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  Object.assign(window, { longTasks });
})();
