import { createCipheriv, createDecipheriv } from 'node:crypto'

/** Bytes that nobody can guess. */
export type RandomBytes = (bytes: number) => Uint8Array

/** 256 bits. */
export const KEY_BYTES = 32

const CIPHER = 'aes-256-gcm'
/** Says how what follows is sealed, so that another way can come after it. */
const FORM = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16
const OVERHEAD = 1 + NONCE_BYTES + TAG_BYTES

/**
 * Encrypts bytes with AES-256-GCM: form (1 byte), nonce (12), tag (16), ciphertext. Each time under
 * a fresh nonce: the same text twice gives other bytes.
 * @param place Where it belongs. Sealed bytes that are moved elsewhere do not open.
 */
export function seal(
  key: Uint8Array,
  plain: Uint8Array,
  place: readonly string[],
  random: RandomBytes,
): Buffer {
  const nonce = random(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(placeBytes(place))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.of(FORM), nonce, cipher.getAuthTag(), sealed])
}

/** Decrypts what `seal` made; undefined for another key, another place, or a byte that was changed. */
export function unseal(
  key: Uint8Array,
  sealed: Uint8Array,
  place: readonly string[],
): Buffer | undefined {
  if (sealed.length < OVERHEAD || sealed[0] !== FORM) return undefined
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES)
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(placeBytes(place))
  decipher.setAuthTag(sealed.subarray(1 + NONCE_BYTES, OVERHEAD))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(OVERHEAD)), decipher.final()])
  } catch {
    return undefined
  }
}

/** No two places have the same bytes: JSON keeps the parts apart. */
function placeBytes(place: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify(place))
}
