import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { assert, present } from '../../../src/kernel/assert.ts';
import { freePort } from '../postgres-server.ts';

/** Where Keycloak is unpacked: the artifact `org.keycloak:keycloak-quarkus-dist` (zip) of Maven Central. It needs Java 17 or later. */
const home = process.env['TMM_KEYCLOAK'] ?? '';

const clientId = 'tweet-my-money';
const clientSecret = 'a secret of the test, long enough for HMAC';
const admin = { name: 'admin', password: 'the administrator of the test' };

/** A person of the realm. */
export const keycloakPerson = {
  email: 'olga@vantage.example',
  password: 'a password of the test',
  role: 'tmm-teller',
} as const;

export interface Keycloak extends AsyncDisposable {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs the person in by Keycloak's own page. @returns the address to which it sends the browser back */
  signIn(url: string): Promise<string>;
}

/** Whether Keycloak is on this machine. */
export function hasKeycloak(): boolean {
  return existsSync(join(home, 'bin', 'kc.sh'));
}

/** Starts Keycloak with a realm, an application role, and a person who has it. Its first start takes a minute. */
export async function startKeycloak(redirectUri: string): Promise<Keycloak> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(
    join(home, 'bin', 'kc.sh'),
    ['start-dev', '--db=dev-mem', '--http-host=127.0.0.1', `--http-port=${port}`],
    {
      stdio: 'ignore',
      detached: true,
      env: {
        ...process.env,
        KC_BOOTSTRAP_ADMIN_USERNAME: admin.name,
        KC_BOOTSTRAP_ADMIN_PASSWORD: admin.password,
      },
    },
  );
  await untilAnswering(`${url}/realms/master`, child);
  await makeRealm(url, redirectUri);
  return {
    issuer: `${url}/realms/bank`,
    clientId,
    clientSecret,
    signIn: async (begun) => signInAt(begun, redirectUri),
    [Symbol.asyncDispose]: async () => {
      // The script starts Java: both are of one group.
      process.kill(-present(child.pid, 'it was started'), 'SIGKILL');
    },
  };
}

async function untilAnswering(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    assert(child.exitCode === null, 'Keycloak runs');
    const status = await fetch(url).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return;
    await setTimeout(500);
  }
}

async function makeRealm(url: string, redirectUri: string): Promise<void> {
  const signedIn = await fetch(`${url}/realms/master/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      client_id: 'admin-cli',
      username: admin.name,
      password: admin.password,
    }),
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- RFC 6749, section 5.1
  const { access_token: token } = (await signedIn.json()) as { readonly access_token: string };
  const made = await fetch(`${url}/admin/realms`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(realmOf(redirectUri)),
  });
  assert(made.status === 201, `the realm is made: ${made.status} ${await made.text()}`);
}

function realmOf(redirectUri: string): object {
  const { email, password, role } = keycloakPerson;
  return {
    realm: 'bank',
    enabled: true,
    sslRequired: 'none',
    roles: { client: { [clientId]: [{ name: role }] } },
    clients: [
      {
        clientId,
        secret: clientSecret,
        publicClient: false,
        standardFlowEnabled: true,
        redirectUris: [redirectUri],
        attributes: { 'pkce.code.challenge.method': 'S256' },
        // By itself Keycloak writes roles into access tokens only.
        protocolMappers: [
          {
            name: 'roles',
            protocol: 'openid-connect',
            protocolMapper: 'oidc-usermodel-client-role-mapper',
            config: {
              'usermodel.clientRoleMapping.clientId': clientId,
              'claim.name': 'roles',
              'jsonType.label': 'String',
              multivalued: 'true',
              'id.token.claim': 'true',
            },
          },
        ],
      },
    ],
    users: [
      {
        username: 'olga',
        enabled: true,
        email,
        emailVerified: true,
        firstName: 'Olga',
        lastName: 'Ost',
        credentials: [{ type: 'password', value: password }],
        clientRoles: { [clientId]: [role] },
      },
    ],
  };
}

/** A browser: it reads the form of Keycloak's page and sends it. */
async function signInAt(url: string, redirectUri: string): Promise<string> {
  const asked = await fetch(url, { redirect: 'manual' });
  const page = await asked.text();
  const cookies = asked.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  const [, action = ''] = /<form[^>]*id="kc-form-login"[^>]*action="([^"]+)"/.exec(page) ?? [];
  assert(action !== '', `Keycloak shows its form: ${asked.status} ${page.slice(0, 400)}`);
  const sent = await fetch(action.replaceAll('&amp;', '&'), {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookies.join('; ') },
    body: new URLSearchParams({ username: 'olga', password: keycloakPerson.password }),
  });
  const back = sent.headers.get('location') ?? '';
  assert(back.startsWith(redirectUri), `Keycloak sends the browser back: ${sent.status} ${back}`);
  return back;
}
