/**
 * The nine digits of a burgerservicenummer, as it may be written with spaces, points or without its
 * leading zero; undefined where it does not stand the elfproef (Wet algemene bepalingen bsn, art. 1;
 * Logisch ontwerp BSN): 9a + 8b + ... + 2h - i is a multiple of eleven.
 */
export function findBsn(text: string): string | undefined {
  const digits = text.replaceAll(/[\s.]/g, '')
  if (!/^\d{8,9}$/.test(digits)) return undefined
  const bsn = digits.padStart(9, '0')
  let sum = 0
  for (let place = 0; place < 8; place++) sum += (9 - place) * Number(bsn[place])
  sum -= Number(bsn[8])
  return sum !== 0 && sum % 11 === 0 ? bsn : undefined
}
