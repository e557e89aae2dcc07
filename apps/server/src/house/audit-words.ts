import type { AuditKind, Unusual } from '@tijdig/store'

export const AUDIT_KIND_LABELS: Readonly<Record<AuditKind, string>> = {
  look: 'traject bekeken',
  list: 'lijst of zoekopdracht',
  'shared-list': 'lijst van wat is gedeeld',
  persons: 'gezin bekeken',
  'persons-kept': 'gezinslid opgeslagen',
  'persons-removed': 'gezinslid verwijderd',
  families: 'gezin gezocht',
  'file-given': 'inzage voor het gezin gemaakt',
  record: 'gebeurtenis vastgelegd',
  share: 'gegevens gedeeld of delen gestopt',
  glass: 'glas gebroken',
  notices: 'meldingen bekeken',
  'notice-seen': 'melding als gezien aangemerkt',
  'sign-in': 'ingelogd',
  'sign-out': 'uitgelogd',
  switch: 'andere rol of ander doel gekozen',
  administration: 'beheer van mensen en sleutels',
  figures: 'cijfers opgevraagd',
  report: 'rapport gemaakt',
  publish: 'rapport gepubliceerd',
  withdraw: 'openbare publicatie ingetrokken',
  publication: 'publicatie gelezen',
  verify: 'publicatie gecontroleerd',
  draft: 'concept van een rapport bekeken',
  'draft-changed': 'concept van een rapport gewijzigd',
  retention: 'wat wanneer eindigt',
  destruction: 'gezin vernietigd',
  audit: 'controleboek gelezen',
  refusal: 'geweigerd',
  command: 'opdracht op de server',
}

export const UNUSUAL_LABELS: Readonly<Record<Unusual['kind'], string>> = {
  glass: 'Het glas is gebroken',
  many: 'Veel gezinnen in één uur',
  hours: 'Buiten werktijd gekeken',
  'after-refusal': 'Gekeken na een weigering',
}

/** The rule by which it stands out, with its numbers. */
export function unusualSentence({ kind, families, usual }: Unusual): string {
  const number = families === 1 ? '1 gezin' : `${families} gezinnen`
  if (kind === 'glass') return 'Iemand zag een traject waar de organisatie niet bij hoort.'
  if (kind === 'hours') {
    return `${number} bekeken vóór 7 uur, na 20 uur of in het weekend.`
  }
  if (kind === 'after-refusal') {
    return 'Bekeken binnen een dag nadat hetzelfde traject aan deze persoon werd geweigerd.'
  }
  const others = String(usual ?? 0).replace('.', ',')
  return `${number} in één uur: tien of meer, en meer dan drie keer zoveel als in de andere uren van deze persoon (gemiddeld ${others}).`
}
