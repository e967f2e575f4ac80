// @ts-check
/** What stands beside the phone: the bank's site, and its app in a phone of its own. One click signs in to both. */

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const bank = /** @type {HTMLIFrameElement} */ (byId('bank'));
const app = /** @type {HTMLIFrameElement} */ (byId('app'));
const form = /** @type {HTMLFormElement} */ (byId('enter'));

/** There is room for both beside the phone. */
const roomy = matchMedia('(min-width: 1640px)');

/** Loads the app where it can be seen, or anew for another session. */
function openApp() {
  if (app.getAttribute('src')) app.contentWindow?.location.replace('/app');
  else app.src = '/app';
}

/** Where site and app are in one place, the chosen one shows. */
const places = /** @type {const} */ (['bank', 'app']);

/**
 * Shows bank and app next to the phone. Hides the previous member.
 * @param {import('./members.js').Member} member
 * @param {string | null} site the site's name; null if there is none
 * @param {boolean} isAlone whether the page shows the phone alone
 */
export function offerBank(member, site, isAlone) {
  if (!site) return;
  byId('site').hidden = isAlone;
  byId('site-name').textContent = site;
  const [first = ''] = member.name.split(' ');
  byId('enter-button').textContent = `Sign in as ${first}`;
  /** @type {HTMLInputElement} */ (byId('enter-member')).value = member.number;
  if (bank.dataset['entered']) form.requestSubmit();
  else if (!bank.getAttribute('src') && !isAlone) {
    bank.src = '/sign-in';
    if (roomy.matches) openApp();
  }
}

/**
 * Links to where the bank's people work.
 * @param {string | null} address null if there is no console
 */
export function offerConsole(address) {
  if (!address) return;
  const link = /** @type {HTMLAnchorElement} */ (byId('console'));
  link.href = address;
  link.hidden = false;
}

/** @param {typeof places[number]} shown */
function turn(shown) {
  byId('site').dataset['shows'] = shown;
  if (shown === 'app' && !app.getAttribute('src')) openApp();
  for (const name of places)
    byId(`turn-${name}`).setAttribute('aria-pressed', String(name === shown));
}

for (const name of places) byId(`turn-${name}`).addEventListener('click', () => turn(name));

form.addEventListener('submit', () => {
  // Without room next to the phone, the bank fills the page.
  const isShown = byId('besides').offsetParent !== null;
  form.target = isShown ? 'bank' : '_self';
  if (!isShown) return;
  bank.dataset['entered'] = 'yes';
  // Both have the session of this host.
  const isOpen = roomy.matches || app.getAttribute('src') !== null;
  if (isOpen) bank.addEventListener('load', openApp, { once: true });
});
