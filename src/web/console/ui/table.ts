import { html, nothing, type Html } from '../../ui/html.ts';

export interface Column {
  readonly head: string;
  /** Figures stand at the right, so that digits are below each other. */
  readonly isFigure?: boolean;
}

export interface Row {
  /** Where the row leads. Its first cell is the link. */
  readonly href?: string;
  readonly cells: readonly (string | Html)[];
  readonly tone?: 'mind' | 'bad' | undefined;
}

/**
 * A list of things. Arrow keys move in it and Enter opens a row. On a narrow screen each row is a
 * block whose values stand under their names.
 * @param given `id`: lets a script replace the list while somebody types a filter
 */
export function table(given: {
  /** What the list holds, for screen readers. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Stands there if there is nothing. */
  readonly empty: Html;
  readonly id?: string;
}): Html {
  const { columns } = given;
  // Without a link inside, the list takes the focus itself: keys must be able to scroll it.
  const isStill = given.rows.every(({ href }) => href === undefined);
  return html`<div
    class="list"
    ${given.id ? html`id="${given.id}"` : nothing}
    ${isStill && given.rows.length > 0 ? html`tabindex="0"` : nothing}
  >
    ${
      given.rows.length === 0
        ? given.empty
        : html`<table>
            <caption>
              ${given.caption}
            </caption>
            <thead>
              <tr>
                ${columns.map(({ head, isFigure }) =>
                  // A cell without words heads nothing for a screen reader.
                  head === ''
                    ? html`<td></td>`
                    : html`<th scope="col" class="${isFigure ? 'number' : ''}">${head}</th>`,
                )}
              </tr>
            </thead>
            <tbody>
              ${given.rows.map((row) => line(columns, row))}
            </tbody>
          </table>`
    }
  </div>`;
}

/** On a phone a cell is a line with its heading, and one without anything is left out. */
function isVacant(cell: Row['cells'][number]): boolean {
  return cell === '' || cell === nothing;
}

function line(columns: readonly Column[], { href, cells, tone }: Row): Html {
  return html`<tr class="${tone ?? ''}" ${href ? html`data-row` : nothing}>
    ${cells.map(
      (cell, index) =>
        html`<td
          class="${columns[index]?.isFigure ? 'number' : ''}${isVacant(cell) ? ' vacant' : ''}"
          data-head="${columns[index]?.head ?? ''}"
        >
          ${index === 0 && href ? html`<a href="${href}">${cell}</a>` : cell}
        </td>`,
    )}
  </tr>`;
}
