"""X's native chat engine (PyPI: chatxdk), one JSON request a line on stdin, one answer a line on stdout."""

import base64
import json
import sys

from chat_xdk import Chat

sessions = {}


def encode(value):
    return base64.b64encode(bytes(value)).decode()


def decode(text):
    return base64.b64decode(text)


def generate(_):
    chat = Chat()
    made = chat.generate_keypairs()
    key = made.public_key
    return {
        "keys": encode(chat.export_keys()),
        "record": {
            "version": made.version,
            "publicKey": key.public_key,
            "signingPublicKey": key.signing_public_key,
            "identityPublicKeySignature": key.identity_public_key_signature,
            "signingPublicKeySignature": key.signing_public_key_signature,
            "publicKeyFingerprint": key.public_key_fingerprint,
            "registrationMethod": key.registration_method,
        },
    }


def open_session(given):
    chat = Chat()
    chat.import_keys(decode(given["keys"]), version=given["version"])
    chat.set_identity(given["userId"], given["version"])
    name = str(len(sessions))
    sessions[name] = chat
    return {"session": name}


def prepare_key_change(given):
    made = sessions[given["session"]].prepare_conversation_key_change(
        [
            {"user_id": one["userId"], "public_key": one["publicKey"], "key_version": one["version"]}
            for one in given["all"]
        ]
    )
    return {
        "conversationId": made["conversation_id"],
        "key": {"version": made["conversation_key_version"], "key": encode(made["conversation_key"])},
        "participants": [
            {
                "userId": one["user_id"],
                "encryptedKey": one["encrypted_key"],
                "publicKeyVersion": one["public_key_version"],
            }
            for one in made["participant_keys"]
        ],
        "signatures": [
            {
                "messageId": one["message_id"],
                "detail": one["encoded_message_event_detail"],
                "signature": one["signature"],
                "signatureVersion": one["signature_version"],
                "publicKeyVersion": one["public_key_version"],
            }
            for one in made["action_signatures"]
        ],
    }


def encrypt(given):
    made = sessions[given["session"]].encrypt_message(
        given["conversationId"],
        given["text"],
        conversation_key=decode(given["key"]["key"]),
        conversation_key_version=given["key"]["version"],
    )
    return {
        "messageId": made.message_id,
        "createEvent": made.encrypted_content,
        "eventSignature": made.encoded_event_signature,
    }


def read(given):
    chat = sessions[given["session"]]
    signers = [
        {
            "user_id": one["userId"],
            "public_key_version": one["version"],
            "public_key": one["signingPublicKey"],
            "identity_public_key": one["publicKey"],
            "identity_public_key_signature": one["identityPublicKeySignature"],
        }
        for one in given["signers"]
    ]
    keys = {one["version"]: decode(one["key"]) for one in given["conversationKeys"]}
    try:
        event = chat.decrypt_event(given["event"], keys, signers)
    except ValueError as error:
        said = str(error)
        if "ignature" in said:
            return {"rejected": "unverified"}
        return {"rejected": "no_key" if "no matching key" in said else "unreadable"}
    facts = {
        "messageId": event["id"],
        "senderId": event["sender_id"],
        "conversationId": event["conversation_id"],
        "sequenceId": event["sequence_id"],
        "sentAt": event["created_at_msec"],
    }
    kind = event["type"]
    if kind == "Message":
        content = event["content"]
        is_text = content["content_type"] == "Text"
        return {
            "event": {
                "kind": "message",
                **facts,
                "keyVersion": event["key_version"],
                "content": {"type": "text", "text": content["text"], "hasAttachments": False}
                if is_text
                else {"type": "other", "name": content["content_type"]},
            }
        }
    if kind == "KeyChange":
        version = event["key_version"]
        key = chat.decrypt_events([given["event"]], signers)["conversation_keys"]["keys"][version]
        return {"event": {"kind": "key_change", **facts, "key": {"version": version, "key": encode(key)}}}
    if kind == "Failure":
        failure = event["failure"]
        return {"event": {"kind": "failure", "failure": failure[0].lower() + failure[1:]}}
    return {"event": {"kind": "other", "name": kind}}


def close(given):
    sessions.pop(given["session"]).lock()
    return {}


calls = {
    "generate": generate,
    "open": open_session,
    "prepareKeyChange": prepare_key_change,
    "encrypt": encrypt,
    "read": read,
    "close": close,
}

for line in sys.stdin:
    request = json.loads(line)
    try:
        answer = {"answer": calls[request["call"]](request["given"])}
    except Exception as error:  # The test shows it.
        answer = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer), flush=True)
