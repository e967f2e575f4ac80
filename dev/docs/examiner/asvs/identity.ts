/** V6 to V10 of OWASP ASVS 5.0: who somebody is, and what they may do. A line is: id, level, what it asks for, state, files, remark. */
export const identity = `
V6.1.1 | 1 | Defenses against guessing are documented | met | docs/decisions/2026-11-23-sign-in.md
V6.1.2 | 2 | Words that passwords can’t be made of are documented | met | src/access/password-rules.ts
V6.1.3 | 2 | All ways to sign in are documented | met | docs/decisions/2026-11-23-sign-in.md, docs/decisions/2026-11-30-staff-sign-in.md
V6.2.1 | 1 | Passwords have at least 8 characters | met | src/access/password-rules.test.ts | 12.
V6.2.2 | 1 | Members can change their password | met | src/access/passwords.ts, src/access/credentials.test.ts
V6.2.3 | 1 | A change needs the present password | in part | src/operations/fresh.ts | It needs a fresh proof, which may be a passkey.
V6.2.4 | 1 | Common passwords are refused | in part | src/access/password-rules.test.ts | By rules and a short list made for 12 characters, not by the top 3000.
V6.2.5 | 1 | Any characters are allowed | met | src/access/password-rules.test.ts
V6.2.6 | 1 | Entry is masked | met | src/web/site/sign-in, test/browser/every-page.test.ts
V6.2.7 | 1 | Pasting and password managers work | met | src/web/site/sign-in
V6.2.8 | 1 | Passwords are checked as entered | in part | src/access/password-hash.ts | Not cut; Unicode is normalized, as NIST advises.
V6.2.9 | 2 | 64 characters are allowed | met | src/access/password-rules.test.ts | 128.
V6.2.10 | 2 | Passwords don’t expire | met | docs/decisions/2026-11-23-sign-in.md
V6.2.11 | 2 | The listed words are refused | met | src/access/password-rules.test.ts
V6.2.12 | 2 | Breached passwords are refused | not met | src/access/password-rules.ts | No list of breached passwords is shipped, and none is asked over the network.
V6.3.1 | 1 | Guessing is slowed as documented | met | src/access/attempts.test.ts
V6.3.2 | 1 | No default accounts | met | src/staff-access/staff-access.test.ts | The first administrator is invited from the command line.
V6.3.3 | 2 | Two factors, or one that is two | met | docs/decisions/2026-11-23-sign-in.md, src/access/passkeys.test.ts
V6.3.4 | 2 | No other way to sign in | met | test/contracts/every-route.test.ts
V6.4.1 | 1 | Activation codes are random and short-lived | met | src/access/invitations.ts, src/access/credentials.test.ts
V6.4.2 | 1 | No security questions | met | docs/decisions/2026-11-23-sign-in.md
V6.4.3 | 2 | A forgotten password doesn’t open a second factor | met | src/access/credentials.test.ts | Staff verify the member and invite again.
V6.4.4 | 2 | A lost factor needs the proof of enrollment | met | docs/guides/staff.md
V6.5.1 | 2 | One-time secrets work once | met | src/access/credentials.test.ts
V6.5.2 | 2 | Weak stored secrets are hashed slowly | in part | src/access/recovery-codes.ts, src/kernel/keyring.ts | By a keyed hash, which nobody can guess without the master key.
V6.5.3 | 2 | Those secrets are random | met | src/kernel/random.ts
V6.5.4 | 2 | They have 20 bits | met | src/access/recovery-codes.ts, src/enrollment/words.ts
V6.5.5 | 2 | They end after 10 minutes, TOTP after 30 seconds | in part | src/access/totp.ts, src/access/limits.ts | One step of TOTP before and after is taken, so that a slow clock works.
V6.6.1 | 2 | Codes by phone have alternatives | not applicable | | No code by text message signs anybody in.
V6.6.2 | 2 | Such codes belong to one request | met | src/enrollment/match-words.ts | For enrolling an address only.
V6.6.3 | 2 | Such codes can’t be guessed | met | src/enrollment/words.ts, src/operations/messages/phone.test.ts
V6.8.1 | 2 | An identity belongs to its provider | met | src/staff-access/single-sign-on/recognize.ts, src/staff-access/single-sign-on/single-sign-on.test.ts
V6.8.2 | 2 | Assertions are signed, and checked | met | src/staff-access/single-sign-on/round-trip.ts | \`openid-client\` checks it.
V6.8.3 | 2 | SAML assertions count once | not applicable | | No SAML.
V6.8.4 | 2 | Recentness comes from the provider | met | src/staff-access/single-sign-on/claims.ts, docs/guides/staff-sign-in.md
V7.1.1 | 2 | Timeouts are documented, with reasons | met | src/access/limits.ts, docs/decisions/2026-11-23-sign-in.md
V7.1.2 | 2 | The number of sessions is documented | met | src/access/limits.ts, src/staff-access/staff-limits.ts
V7.1.3 | 2 | Federated sessions are documented | met | docs/guides/staff-sign-in.md
V7.2.1 | 1 | The server checks session tokens | met | src/access/sessions.test.ts
V7.2.2 | 1 | Tokens are made for each session | met | src/access/tokens.ts
V7.2.3 | 1 | Tokens are random with 128 bits | met | src/access/tokens.ts, src/access/sessions.test.ts
V7.2.4 | 1 | Signing in makes a new token | met | src/access/sessions.test.ts
V7.3.1 | 2 | Idle sessions end | met | src/access/sessions.test.ts, src/staff-access/staff-access.test.ts
V7.3.2 | 2 | Sessions end in any case | met | src/access/sessions.test.ts, src/staff-access/staff-access.test.ts
V7.4.1 | 1 | An ended session is of no use | met | src/access/sessions.test.ts, test/contracts/every-route.test.ts
V7.4.2 | 1 | Sessions of people who left end | met | src/staff-access/change-staff.ts, src/staff-access/staff-access.test.ts
V7.4.3 | 2 | Others can be ended after a change of factors | met | src/operations/access/end-other-sessions.ts, src/operations/access/set-password.ts
V7.4.4 | 2 | Signing out is on each page | met | src/web/frame/layout.ts, src/web/console/frame/layout.ts
V7.4.5 | 2 | Administrators can end sessions | met | src/operations/identity/sign-out-staff.ts
V7.5.1 | 2 | Changes of sign-in need a fresh proof | met | src/operations/fresh.ts
V7.5.2 | 2 | People see and end their sessions | met | src/access/sessions.test.ts, src/staff-access/staff-sessions.ts
V7.6.1 | 2 | Sessions here and at the provider behave as documented | in part | src/staff-access/single-sign-on/round-trip.ts | A sign-out at the provider doesn’t end the session here; its limits do.
V7.6.2 | 2 | A session needs an act of the person | met | src/staff-access/single-sign-on/round-trip.ts
V8.1.1 | 1 | Who may do what is documented | met | src/operations/permissions.ts, src/operations/roles.test.ts
V8.1.2 | 2 | Who may see and change which fields is documented | in part | docs/guides/staff.md | Sensitive fields have operations of their own; there is no list of fields.
V8.2.1 | 1 | Each act needs a permission | met | src/operations/roles.test.ts
V8.2.2 | 1 | Nobody reaches another’s data by its id | met | test/contracts/every-route.test.ts, test/contracts/api-bad-input.test.ts
V8.2.3 | 2 | Nobody reaches fields that aren’t theirs | met | src/operations/operation.ts, src/web/console/program-api.test.ts
V8.3.1 | 1 | The server decides | met | src/operations/perform.ts, src/operations/roles.test.ts
V8.4.1 | 2 | Institutions are kept apart | met | test/architecture/sql-institution.test.ts, test/contracts/hosts.test.ts
V9.1.1 | 1 | Signed tokens are verified first | met | src/staff-access/single-sign-on/round-trip.ts | \`openid-client\` checks it. Only ID tokens come; our own tokens are random.
V9.1.2 | 1 | Algorithms are listed, none is refused | met | src/staff-access/single-sign-on/round-trip.ts | \`openid-client\` checks it.
V9.1.3 | 1 | Keys come from the set-up provider | met | src/access/open-id/discovery.ts
V9.2.1 | 1 | Tokens count within their time | met | src/staff-access/single-sign-on/round-trip.ts | \`openid-client\` checks it.
V9.2.2 | 2 | Tokens are of the right type | met | src/staff-access/single-sign-on/round-trip.ts
V9.2.3 | 2 | Tokens are for this service | met | src/staff-access/single-sign-on/round-trip.ts | \`openid-client\` checks it.
V9.2.4 | 2 | Tokens that we issue name their audience | not applicable | | We issue none.
V10.1.1 | 2 | Tokens go only where they are needed | met | src/access/open-id/trip.ts
V10.1.2 | 2 | Answers belong to a flow of the same browser | met | src/access/open-id/trip.ts, src/staff-access/single-sign-on/single-sign-on.test.ts
V10.2.1 | 2 | The code flow has PKCE or state | met | src/access/open-id/trip.ts
V10.2.2 | 2 | No mix-up of providers | met | src/access/open-id/trip.ts
V10.3.1 | 2 | Access tokens are for this service | not applicable | | We take no OAuth access tokens. Programs have tokens of ours.
V10.3.2 | 2 | Claims of delegation count | not applicable | | As V10.3.1.
V10.3.3 | 2 | The user comes from lasting claims | not applicable | | As V10.3.1.
V10.3.4 | 2 | Strength comes from claims | not applicable | | As V10.3.1.
V10.4.1 | 1 | Redirects are listed | not applicable | | We are no authorization server.
V10.4.2 | 1 | Codes work once | not applicable | | As V10.4.1.
V10.4.3 | 1 | Codes are short-lived | not applicable | | As V10.4.1.
V10.4.4 | 1 | Only needed grants | not applicable | | As V10.4.1.
V10.4.5 | 1 | Refresh tokens can’t be replayed | not applicable | | As V10.4.1.
V10.4.6 | 2 | Codes need PKCE | not applicable | | As V10.4.1.
V10.4.7 | 2 | Registration of clients is safe | not applicable | | As V10.4.1.
V10.4.8 | 2 | Refresh tokens end | not applicable | | As V10.4.1.
V10.4.9 | 2 | Tokens can be revoked | not applicable | | As V10.4.1.
V10.4.10 | 2 | Clients prove who they are | not applicable | | As V10.4.1.
V10.4.11 | 2 | Clients get only needed scopes | not applicable | | As V10.4.1.
V10.5.1 | 2 | ID tokens can’t be replayed | met | src/staff-access/single-sign-on/single-sign-on.test.ts
V10.5.2 | 2 | People are known by a lasting claim | met | src/staff-access/single-sign-on/recognize.ts
V10.5.3 | 2 | The provider’s metadata names its issuer | met | src/access/open-id/discovery.ts
V10.5.4 | 2 | ID tokens are for this client | met | src/access/open-id/trip.ts | \`openid-client\` checks it.
V10.5.5 | 2 | Back-channel logout is checked | not applicable | | No back-channel logout.
V10.6.1 | 2 | The provider’s flows are listed | not applicable | | We are no OpenID provider.
V10.6.2 | 2 | Nobody is signed out by force | not applicable | | As V10.6.1.
V10.7.1 | 2 | Each authorization has consent | not applicable | | As V10.4.1.
V10.7.2 | 2 | Consent says what it is for | not applicable | | As V10.4.1.
V10.7.3 | 2 | Consents can be revoked | not applicable | | As V10.4.1.
`;
