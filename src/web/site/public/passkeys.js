// Passkeys: gets a challenge from the API, passes it to the browser, and sends back the answer.
// Without script, or in a browser without passkeys, the form stays hidden and the page offers
// another way.

/**
 * @typedef {{
 *   browserSupportsWebAuthn(): boolean,
 *   startAuthentication(given: { optionsJSON: object }): Promise<object>,
 *   startRegistration(given: { optionsJSON: object }): Promise<object>,
 * }} WebAuthn
 */

/** @type {WebAuthn | undefined} */
const webauthn = Reflect.get(window, 'SimpleWebAuthnBrowser');

/** The server's refusal: its code, and a sentence in the visitor's language. */
class RefusedError extends Error {
  /** @param {{ code?: string, detail?: string, title?: string }} problem */
  constructor(problem) {
    super(problem.detail ?? problem.title ?? '');
    this.code = problem.code ?? '';
  }
}

/**
 * @param {string} path
 * @param {object} input
 * @returns {Promise<{ options?: object }>}
 */
const ask = async (path, input) => {
  const response = await fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(input),
  });
  const answer = await response.json();
  if (!response.ok) throw new RefusedError(answer);
  return answer;
};

/**
 * @param {HTMLFormElement} form
 * @param {WebAuthn} webauthn
 */
const run = async (form, webauthn) => {
  const { passkey, begin = '', finish = '', next = '/' } = form.dataset;
  const name = new FormData(form).get('name');
  const again = form.dataset.again ? { again: true } : {};
  const { options = {} } = await ask(begin, again);
  const given = { optionsJSON: options };
  const response =
    passkey === 'make'
      ? await webauthn.startRegistration(given)
      : await webauthn.startAuthentication(given);
  await ask(finish, typeof name === 'string' ? { response, name } : { response });
  location.assign(next);
};

/**
 * Gives the sentence for an error.
 * @param {HTMLFormElement} form
 * @param {unknown} error
 */
const sentenceOf = (form, error) => {
  const { cancelled = '', known = '', failed = '' } = form.dataset;
  if (error instanceof RefusedError) return error.message || failed;
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'AbortError') return cancelled;
  return name === 'InvalidStateError' ? known : failed;
};

if (webauthn?.browserSupportsWebAuthn()) {
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    if (!(form instanceof HTMLFormElement)) continue;
    const message = form.querySelector('[data-passkey-error]');
    const button = form.querySelector('button');
    form.hidden = false;
    form.parentElement?.querySelector('[data-passkey-without]')?.setAttribute('hidden', '');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (button?.getAttribute('aria-disabled') === 'true') return;
      message?.setAttribute('hidden', '');
      button?.setAttribute('aria-disabled', 'true');
      run(form, webauthn).catch((error) => {
        button?.removeAttribute('aria-disabled');
        const { verify } = form.dataset;
        if (error instanceof RefusedError && error.code === 'verify_first' && verify) {
          location.assign(verify);
          return;
        }
        if (error instanceof RefusedError && error.code === 'sign_in_first') {
          location.assign('/sign-in');
          return;
        }
        if (error instanceof RefusedError && error.code === form.dataset.insist && button) {
          // The sentence says what happened. The same button means it now.
          form.dataset.again = 'true';
          button.textContent = form.dataset.insistLabel ?? '';
        }
        if (!message) return;
        message.textContent = sentenceOf(form, error);
        message.removeAttribute('hidden');
      });
    });
  }
}
