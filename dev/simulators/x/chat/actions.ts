import { encodeSignature } from './event.ts';

/** A signed action as posted: a key change or a deletion. */
export interface PostedAction {
  readonly messageId: string;
  readonly detail: Buffer;
  readonly signature: Buffer;
  readonly publicKeyVersion: string;
}

/** Reads the signed actions of a body. A malformed one is left out. */
export function actionsIn(value: unknown): readonly PostedAction[] {
  return Array.isArray(value) ? value.flatMap((one) => actionIn(one) ?? []) : [];
}

function actionIn(value: unknown): PostedAction | undefined {
  const messageId = textOf(value, 'message_id');
  const detail = textOf(value, 'encoded_message_event_detail');
  const signed: unknown = fieldOf(value, 'message_event_signature');
  const signature = textOf(signed, 'signature');
  const publicKeyVersion = textOf(signed, 'public_key_version');
  const signatureVersion = textOf(signed, 'signature_version');
  if (
    messageId === undefined ||
    detail === undefined ||
    signature === undefined ||
    publicKeyVersion === undefined ||
    signatureVersion === undefined
  )
    return undefined;
  return {
    messageId,
    detail: Buffer.from(detail, 'base64'),
    signature: encodeSignature({ signature, publicKeyVersion, signatureVersion }),
    publicKeyVersion,
  };
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function textOf(value: unknown, name: string): string | undefined {
  const field = fieldOf(value, name);
  return typeof field === 'string' && field !== '' ? field : undefined;
}
