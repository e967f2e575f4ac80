import { Hono } from 'hono';
import type { PortalContext, PortalEnv } from '../../frame/visit.ts';
import { namesPage, postNames } from './names-page.ts';
import { overviewPage } from './overview-page.ts';
import { searchPage } from './search-page.ts';
import { sharePage } from './share-page.ts';
import { askedKinds } from '../../../staff/asked-about.ts';
import { statementForms } from '../../../operations/shares/statements.ts';
import { statementFile, statementPage, statementsPage, statementYear } from './statement-pages.ts';
import { askPage, postAsk, transactionPage } from './transaction-page.ts';
import { reviewPage, postTransfer, transferForm } from './transfer-pages.ts';
import { visitOf } from './visit.ts';

/**
 * Routes for accounts, their history, statements and names, and for transfers. The frame guards
 * them.
 */
export function createAccountPages(): Hono<PortalEnv> {
  const pages = new Hono<PortalEnv>();
  pages.get('/accounts', async (context) => overviewPage(visitOf(context)));
  pages.get('/accounts/search', async (context) => searchPage(visitOf(context)));
  pages.get('/accounts/:suffix', async (context) =>
    sharePage(visitOf(context), context.req.param('suffix')),
  );
  pages.get('/accounts/:suffix/transactions/:number{[1-9][0-9]*}', async (context) =>
    transactionPage(visitOf(context), {
      suffix: context.req.param('suffix'),
      number: context.req.param('number'),
    }),
  );
  for (const what of askedKinds) {
    const path = `/accounts/:suffix/transactions/:number{[1-9][0-9]*}/${what}`;
    const placeOf = (context: PortalContext) => ({
      suffix: context.req.param('suffix') ?? '',
      number: context.req.param('number') ?? '',
      what,
    });
    pages.get(path, async (context) => askPage(visitOf(context), placeOf(context)));
    pages.post(path, async (context) => postAsk(visitOf(context), placeOf(context)));
  }
  pages.get('/accounts/:suffix/statements', async (context) =>
    statementsPage(visitOf(context), context.req.param('suffix')),
  );
  pages.get('/accounts/:suffix/statements/:year{[0-9]{4}\\.zip}', async (context) =>
    statementYear(visitOf(context), {
      suffix: context.req.param('suffix'),
      year: context.req.param('year').slice(0, -4),
    }),
  );
  for (const as of statementForms) {
    pages.get(`/accounts/:suffix/statements/:month{[0-9-]+\\.${as}}`, async (context) =>
      statementFile(visitOf(context), {
        suffix: context.req.param('suffix') ?? '',
        month: (context.req.param('month') ?? '').slice(0, -4),
        as,
      }),
    );
  }
  pages.get('/accounts/:suffix/statements/:month', async (context) =>
    statementPage(visitOf(context), {
      suffix: context.req.param('suffix'),
      month: context.req.param('month'),
    }),
  );
  pages.get('/accounts/:suffix/names', async (context) =>
    namesPage(visitOf(context), { suffix: context.req.param('suffix') }),
  );
  for (const what of ['suffix', 'nickname', 'default', 'source'] as const) {
    pages.post(`/accounts/:suffix/names/${what}`, async (context) =>
      postNames(visitOf(context), { suffix: context.req.param('suffix') ?? '', what }),
    );
  }
  pages.get('/transfer', async (context) => transferForm(visitOf(context)));
  pages.get('/transfer/review', async (context) => reviewPage(visitOf(context)));
  pages.post('/transfer', async (context) => postTransfer(visitOf(context)));
  return pages;
}
