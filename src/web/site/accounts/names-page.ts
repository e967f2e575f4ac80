import {
  changeSuffix,
  renameShare,
  setDefaultShare,
  setTransferSource,
} from '../../../operations/shares/names.ts';
import { writtenCommand } from '../../../operations/messages/list-commands.ts';
import { readShare } from '../../../operations/shares/read-share.ts';
import { formOf } from '../../frame/form.ts';
import { perform, type Told } from '../../../operations/perform.ts';
import { pathWith, toVerify } from '../../frame/to-verify.ts';
import { field } from '../../ui/field.ts';
import { html, type Html } from '../../ui/html.ts';
import {
  accountsPage,
  nameOf,
  nobodys,
  shareNavigation,
  type ShownShare,
  type Visit,
} from './visit.ts';

/** The page for a share's names, and for the choice of the default share in messages. */
export async function namesPage(
  visit: Visit,
  given: {
    readonly suffix: string;
    readonly refused?: Told;
    readonly form?: Record<string, string>;
  },
): Promise<Response> {
  const { request, say, context } = visit;
  const { done: share, refused } = await perform(request, readShare, { suffix: given.suffix });
  if (!share) return nobodys(visit, refused);
  const title = say('names_title', { name: nameOf(say, share) });
  const done = doneTexts[context.req.query('done') ?? ''];
  // The form's values from before the member verified again.
  const form = given.form ?? context.req.query();
  const shown = { ...given, form };
  return accountsPage(visit, {
    title,
    refused: given.refused,
    fields: ['chosen', 'nickname'],
    done: done && !given.refused ? say(done, { suffix: share.suffix }) : undefined,
    body: html`${shareNavigation(visit, share)}
      <h1>${title}</h1>
      <div class="cards">
        ${suffixCard(visit, share, shown)} ${nicknameCard(visit, share, shown)}
        ${meaningCard(visit, share)}
      </div>`,
  });
}

const doneTexts = {
  suffix: 'done_suffix',
  nickname: 'done_nickname',
  default: 'done_default',
  source: 'done_source',
} as Readonly<Record<string, 'done_suffix' | 'done_nickname' | 'done_default' | 'done_source'>>;

interface Given {
  readonly refused?: Told;
  readonly form?: Record<string, string>;
}

function errorOf({ refused }: Given, name: string): { readonly error?: string } {
  const error = refused?.fields[name];
  return error === undefined ? {} : { error };
}

function suffixCard({ request, say }: Visit, share: ShownShare, given: Given): Html {
  return html`<section class="card stack" aria-labelledby="suffix-title">
    <h2 id="suffix-title">${say('suffix_title')}</h2>
    <p>
      ${say('suffix_lead', {
        suffix: share.suffix,
        example: `${writtenCommand('balance', request)} ${share.suffix}`,
      })}
    </p>
    <form class="stack" method="post" action="/accounts/${share.suffix}/names/suffix">
      ${field({
        name: 'chosen',
        label: say('suffix_field'),
        hint: say('suffix_hint'),
        value: given.form?.['chosen'] ?? '',
        maxlength: 4,
        width: 'short',
        autocomplete: 'off',
        ...errorOf(given, 'chosen'),
      })}
      <button class="primary">${say('suffix_change')}</button>
    </form>
  </section>`;
}

function nicknameCard({ say }: Visit, share: ShownShare, given: Given): Html {
  return html`<section class="card stack" aria-labelledby="nickname-title">
    <h2 id="nickname-title">${say('nickname_title')}</h2>
    <form class="stack" method="post" action="/accounts/${share.suffix}/names/nickname">
      ${field({
        name: 'nickname',
        label: say('nickname_field'),
        hint: say('nickname_hint'),
        value: given.form?.['nickname'] ?? share.nickname ?? '',
        maxlength: 20,
        width: 'medium',
        autocomplete: 'off',
        required: false,
        ...errorOf(given, 'nickname'),
      })}
      <button class="primary">${say('nickname_save')}</button>
    </form>
  </section>`;
}

function meaningCard({ say }: Visit, share: ShownShare): Html {
  const path = `/accounts/${share.suffix}/names`;
  return html`<section class="card stack" aria-labelledby="meaning-title">
    <h2 id="meaning-title">${say('default_title')}</h2>
    ${
      share.isDefault
        ? html`<p>${say('default_is')}</p>`
        : html`<form method="post" action="${path}/default">
            <button>${say('default_set')}</button>
          </form>`
    }
    ${
      share.isTransferSource
        ? html`<p>${say('source_is')}</p>`
        : share.mayMoveFrom
          ? html`<form method="post" action="${path}/source">
              <button>${say('source_set')}</button>
            </form>`
          : html``
    }
  </section>`;
}

/** Handles posts of the names. Each leads back to the page, under the share's new name. */
export async function postNames(
  visit: Visit,
  { suffix, what }: { readonly suffix: string; readonly what: string },
): Promise<Response> {
  const { request, context } = visit;
  const form = await formOf(context);
  const { done, refused } = await {
    suffix: async () => perform(request, changeSuffix, { suffix, chosen: form['chosen'] ?? '' }),
    nickname: async () =>
      perform(request, renameShare, { suffix, nickname: form['nickname'] ?? '' }),
    default: async () => perform(request, setDefaultShare, { suffix }),
    source: async () => perform(request, setTransferSource, { suffix }),
  }[what === 'suffix' || what === 'nickname' || what === 'default' ? what : 'source']();
  if (refused?.code === 'verify_first') {
    const held = Object.entries(form).filter(([name]) => name === 'chosen' || name === 'nickname');
    return toVerify(visit, pathWith(`/accounts/${suffix}/names`, Object.fromEntries(held)));
  }
  return done
    ? context.redirect(`/accounts/${done.suffix}/names?done=${what}`, 303)
    : namesPage(visit, { suffix, refused, form });
}
