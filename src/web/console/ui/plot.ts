import { html, type Html } from '../../ui/html.ts';

/** One bar of a plot. */
export interface Bar {
  /** Its name, such as a day, as people read it. */
  readonly name: string;
  readonly value: number;
  /** Its value as people read it. */
  readonly text: string;
}

/** The picture is stretched to the room it gets, so it holds bars and lines, and no letters. */
const width = 640;
const height = 120;
const base = height - 1;

/**
 * Bars by day, drawn on the server. Each bar says its day and value to the pointer; a table beneath
 * has all of them.
 */
export function barPlot(given: {
  readonly title: string;
  readonly bars: readonly Bar[];
  /** A sentence for the highest bar, and one if there is none. */
  readonly most: (highest: Bar) => string;
  readonly flat: string;
  readonly tone?: 'accent' | 'mind' | 'bad';
  /** The value at the top, where it isn’t the highest bar’s: 1 for shares. */
  readonly top?: number;
  readonly table: { readonly open: string; readonly day: string };
}): Html {
  const { title, bars, tone = 'accent' } = given;
  const highest = bars.toSorted((a, b) => b.value - a.value)[0];
  if (!highest || highest.value === 0)
    return html`<figure class="plot">
      <figcaption>${title}</figcaption>
      <p class="plot-flat soft">${given.flat}</p>
    </figure>`;
  const step = width / bars.length;
  const top = given.top ?? highest.value;
  const gap = step > 6 ? 2 : step > 3 ? 1 : 0;
  const said = given.most(highest);
  return html`<figure class="plot plot-${tone}">
    <figcaption>${title} <span class="soft">${said}</span></figcaption>
    <svg
      viewBox="0 0 ${width} ${height}"
      preserveAspectRatio="none"
      role="img"
      aria-label="${title}. ${said}"
    >
      ${[0.5, 1].map(
        (part) =>
          html`<line
            class="plot-line"
            x1="0"
            x2="${width}"
            y1="${(base - part * (base - 6)).toFixed(1)}"
            y2="${(base - part * (base - 6)).toFixed(1)}"
          />`,
      )}
      ${bars.map(({ name, value, text }, index) => {
        const tall = Math.max(value > 0 ? 1.5 : 0, (value / top) * (base - 6));
        return html`<rect
          x="${(index * step + gap / 2).toFixed(2)}"
          y="${(base - tall).toFixed(2)}"
          width="${(step - gap).toFixed(2)}"
          height="${tall.toFixed(2)}"
        >
          <title>${name}: ${text}</title>
        </rect>`;
      })}
      <line class="plot-base" x1="0" x2="${width}" y1="${base}" y2="${base}" />
    </svg>
    ${dayNames(bars)} ${plotTable(given)}
  </figure>`;
}

/** The first day, the one in the middle, and the last. */
function dayNames(bars: readonly Bar[]): Html {
  const last = bars.length - 1;
  const at = last > 1 && last % 2 === 0 ? [0, last / 2, last] : last > 0 ? [0, last] : [0];
  return html`<p class="plot-days" aria-hidden="true">
    ${at.map((index) => html`<span>${bars[index]?.name ?? ''}</span>`)}
  </p>`;
}

/** The same values as a table, for those who can’t see or point. */
function plotTable(given: {
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly table: { readonly open: string; readonly day: string };
}): Html {
  return html`<details class="plot-table">
    <summary>${given.table.open}</summary>
    <table>
      <caption class="visually-hidden">
        ${given.title}
      </caption>
      <thead>
        <tr>
          <th scope="col">${given.table.day}</th>
          <th scope="col" class="number">${given.title}</th>
        </tr>
      </thead>
      <tbody>
        ${given.bars.map(
          ({ name, text }) =>
            html`<tr>
              <td>${name}</td>
              <td class="number">${text}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
}
