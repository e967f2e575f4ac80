/** An identity provider, and what it calls us. */
export interface OpenIdProvider {
  /** Such as `https://login.microsoftonline.com/TENANT/v2.0`. */
  readonly issuer: string;
  readonly clientId: string;
  /** Absent: a public client, protected by PKCE alone. */
  readonly clientSecret?: string | undefined;
}
