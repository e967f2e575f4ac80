import { downloadLetter, listLetters, readLetter } from '../../../operations/shares/letters.ts';
import { perform, type Told } from '../../../operations/perform.ts';
import { refusalHeading } from '../../frame/refusal-heading.ts';
import { moment } from '../../ui/figures.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { empty } from '../../ui/notice.ts';
import { sectionPage, type Visit } from './section.ts';

/** Lists the letters about the member's disputes. */
export async function lettersPage(visit: Visit): Promise<Response> {
  const { say } = visit;
  const { done, refused } = await perform(visit.request, listLetters, {});
  const letters = done?.letters ?? [];
  return sectionPage(visit, {
    title: say('letters_title'),
    lead: say('letters_lead'),
    refused,
    body:
      letters.length === 0
        ? empty(say('letters_empty'), say('letters_empty_text'))
        : letterList(visit, letters),
  });
}

/** The letters of one dispute, for its page. Nothing if there are none. */
export async function lettersOfDispute(visit: Visit, reference: string): Promise<Html> {
  const { say } = visit;
  const { done } = await perform(visit.request, listLetters, {});
  const letters = (done?.letters ?? []).filter((one) => one.reference === reference);
  if (letters.length === 0) return nothing;
  return html`<section class="stack" aria-labelledby="letters">
    <h2 id="letters">${say('letters_title')}</h2>
    ${letterList(visit, letters)}
  </section>`;
}

function letterList(
  { request, say }: Visit,
  letters: readonly {
    readonly id: string;
    readonly reference: string;
    readonly subject: string;
    readonly writtenAt: string;
    readonly readAt: string | null;
  }[],
): Html {
  const place = { zone: request.institution.zone, language: request.language };
  return html`<ul class="group">
    ${letters.map(
      ({ id, reference, subject, writtenAt, readAt }) =>
        html`<li>
          <a href="/messages/letters/${id}"
            ><span
              ><strong>${subject}</strong>
              <span class="hint"
                >${readAt === null ? `${say('letter_new')} · ` : ''}${reference} ·
                ${moment(Temporal.Instant.from(writtenAt), place)}</span
              ></span
            ></a
          >
        </li>`,
    )}
  </ul>`;
}

/** Shows one letter, as it was written. */
export async function letterPage(visit: Visit, id: string): Promise<Response> {
  const { request, say } = visit;
  const { done, refused } = await perform(request, readLetter, { id });
  if (refused) return notFound(visit, refused);
  const place = { zone: request.institution.zone, language: request.language };
  return sectionPage(visit, {
    title: done.subject,
    lead: moment(Temporal.Instant.from(done.writtenAt), place),
    body: html`<article class="card stack" lang="${done.language}">
        ${done.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
      </article>
      <p class="row no-print">
        <a class="button" href="/messages/letters/${id}.pdf">${say('letter_pdf')}</a>
        <a href="/messages/disputes/${done.reference}"
          >${say('dispute_title', { reference: done.reference })}</a
        >
      </p>`,
  });
}

/** Gives one letter as PDF. */
export async function letterFilePage(visit: Visit, id: string): Promise<Response> {
  const { done, refused } = await perform(visit.request, downloadLetter, { id });
  if (refused) return notFound(visit, refused);
  return visit.context.body(done.content, 200, {
    'content-type': done.type,
    'content-disposition': `attachment; filename="${done.name}"`,
  });
}

async function notFound(visit: Visit, refused: Told): Promise<Response> {
  const { request, say } = visit;
  return sectionPage(visit, {
    title: refusalHeading(request, refused),
    body: html`<p><a href="/messages/letters">${say('letters_title')}</a></p>`,
    refused,
  });
}
