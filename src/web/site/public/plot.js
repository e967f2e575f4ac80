// Turns the drawing of a balance into an interactive chart. Without script, or if the library did
// not load, the drawing stays.

const day = 86_400;

/** @param {HTMLElement} element */
const read = (element) => {
  /** @type {number[]} */
  const at = [];
  /** @type {number[]} */
  const balances = [];
  for (const pair of (element.dataset.plot ?? '').split(' ')) {
    const [on = '', balance = ''] = pair.split(':');
    at.push(Date.parse(on) / 1000);
    balances.push(Number(balance));
  }
  // A single day would be a point, so we draw its balance until the end of the day.
  if (at.length === 1) {
    at.push((at[0] ?? 0) + day);
    balances.push(balances[0] ?? 0);
  }
  return [at, balances];
};

/** @param {HTMLElement} element */
const draw = (element) => {
  const { currency = 'USD', locale = 'en-US', label = '', when = '' } = element.dataset;
  const probe = document.createElement('span');
  element.append(probe);
  /** Resolves values that depend on the theme. @param {string} name */
  const resolved = (name) => {
    probe.className = name;
    return getComputedStyle(probe).color;
  };
  const ink = resolved('ink-soft');
  const line = resolved('ink-accent');
  const grid = resolved('ink-line');
  probe.remove();
  const exact = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const round = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: 1,
  });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(locale, {
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const axis = {
    stroke: ink,
    grid: { stroke: grid, width: 1 },
    ticks: { stroke: grid, width: 1 },
    font: '12px system-ui, sans-serif',
  };
  // While the pointer is elsewhere, the legend shows the newest balance.
  const picture = element.querySelector('svg');
  const plot = new uPlot(
    {
      width: element.clientWidth,
      height: 220,
      /** @param {number} at */
      tzDate: (at) => uPlot.tzDate(new Date(at * 1000), 'Etc/UTC'),
      legend: { live: true },
      cursor: { y: false },
      axes: [
        { ...axis, values: (_plot, values) => values.map((at) => short.format(at * 1000)) },
        {
          ...axis,
          size: 72,
          values: (_plot, values) => values.map((balance) => round.format(balance)),
        },
      ],
      series: [
        { label: when, value: (plot, at) => date.format((at ?? plot.data[0].at(-1)) * 1000) },
        {
          label,
          stroke: line,
          width: 2,
          paths: uPlot.paths.stepped({ align: 1 }),
          points: { show: false },
          value: (plot, balance) => exact.format(balance ?? plot.data[1].at(-1)),
        },
      ],
    },
    read(element),
    element,
  );
  picture?.setAttribute('hidden', '');
  return plot;
};

const drawn = typeof uPlot === 'function' ? document.querySelectorAll('[data-plot]') : [];
for (const element of drawn) {
  if (!(element instanceof HTMLElement)) continue;
  let plot = draw(element);
  let width = element.clientWidth;
  new ResizeObserver(() => {
    if (element.clientWidth === width) return;
    width = element.clientWidth;
    plot.setSize({ width, height: 220 });
  }).observe(element);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    plot.destroy();
    plot = draw(element);
  });
}
