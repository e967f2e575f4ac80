import { Hono } from 'hono';
import type { Language } from '../../kernel/vocabulary/language.ts';
import type { Operation } from '../../operations/operation.ts';
import { page } from '../frame/page.ts';
import type { PortalEnv } from '../frame/visit.ts';
import { html, nothing, type Html } from '../ui/html.ts';
import { refusalExample } from '../../operations/refusal-title.ts';
import { webRefusals, type WebRefusal } from '../../operations/refusals.ts';
import { refusalsOf, schemaOf } from './description.ts';
import { packs } from '../../languages/index.ts';
import { sayOf } from '../../languages/say.ts';

const tags = ['Access', 'Accounts', 'Messages'] as const;

/**
 * Serves a readable reference of the API, from the same operations as the description. For mounting
 * at `/api`.
 */
export function createApiReader({
  operations,
}: {
  readonly operations: readonly Operation[];
}): Hono<PortalEnv> {
  const reader = new Hono<PortalEnv>();
  reader.get('/', async (context) => {
    const { language } = context.get('request');
    const say = sayOf(packs[language].site.reader);
    return page(context, {
      title: say('title'),
      styles: ['/static/api.css'],
      body: html`<div class="stack api">
        <h1>${say('title')}</h1>
        <p class="lead">${say('lead')}</p>
        <p><a href="/api/v1/openapi.json">${say('description')}</a></p>
        <nav class="row" aria-label="${say('contents')}">
          ${tags.map((tag) => html`<a href="#${tag}">${tag}</a>`)}
          <a href="#refusals">${say('refusals')}</a>
        </nav>
        ${tags.map((tag) => {
          const listed = operations.filter((operation) => operation.tag === tag);
          return html`<section class="stack" aria-labelledby="${tag}">
            <h2 id="${tag}">${tag}</h2>
            ${listed.map((operation) => one(operation, language))}
          </section>`;
        })}
        ${refusals(operations, language)}
      </div>`,
    });
  });
  return reader;
}

function one(operation: Operation, language: Language): Html {
  const say = sayOf(packs[language].site.reader);
  const input = schemaOf(operation.input, 'input');
  return html`<details class="card">
    <summary>
      <span class="method method-${operation.method.toLowerCase()}">${operation.method}</span>
      <code>/api/v1${operation.path}</code>
      <span class="hint">${operation.summary}</span>
    </summary>
    <div class="stack">
      <p><code>${operation.id}</code> · ${say(`access_${operation.access}`)}</p>
      ${fields(say('input'), input)}
      ${
        operation.fileTypes
          ? html`<p>${say('output')}: ${operation.fileTypes.join(', ')}</p>`
          : fields(say('output'), schemaOf(operation.output, 'output'))
      }
      <p>
        ${say('refusals')}:
        ${refusalsOf(operation).map(
          (code, index) =>
            html`${index > 0 ? ', ' : nothing}<a href="#refusal-${code}">${code}</a>`,
        )}
      </p>
    </div>
  </details>`;
}

function fields(title: string, schema: Readonly<Record<string, unknown>>): Html {
  const { properties } = schema;
  if (typeof properties !== 'object' || properties === null) return nothing;
  if (Object.keys(properties).length === 0) return nothing;
  return html`<h3>${title}</h3>
    <pre tabindex="0" aria-label="${title}">${JSON.stringify(schema, undefined, 2)}</pre>`;
}

function refusals(operations: readonly Operation[], language: Language): Html {
  const used = new Set<WebRefusal>(operations.flatMap((operation) => refusalsOf(operation)));
  const codes = [...used].toSorted();
  return html`<section class="stack" aria-labelledby="refusals">
    <h2 id="refusals">${sayOf(packs[language].site.reader)('refusals')}</h2>
    <dl class="facts">
      ${codes.map(
        (code) =>
          html`<dt id="refusal-${code}"><code>${code}</code> ${webRefusals[code].status}</dt>
            <dd>${refusalExample(code, language)}</dd>`,
      )}
    </dl>
  </section>`;
}
