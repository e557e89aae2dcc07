/** A youth region as a tile: about where it lies in the country, so that none is too small to see. */
export interface Tile {
  /** The code of the Netherlands Youth Institute's list: `JZ11`. */
  readonly code: string
  readonly name: string
  /** Where its name is too long for a tile. */
  readonly onTile?: string
  /** For a tile of a phone: three letters. */
  readonly short: string
  readonly column: number
  readonly row: number
}

export const COLUMNS = 8
export const ROWS = 10

/** The 42 youth regions of 2025, placed by hand: neighbours stay neighbours where that can be. */
export const TILES: readonly Tile[] = [
  { code: 'JZ01', name: 'Groningen', short: 'GRN', column: 6, row: 0 },
  { code: 'JZ02', name: 'Friesland', short: 'FRL', column: 5, row: 0 },
  { code: 'JZ03', name: 'Kop van Noord-Holland', short: 'KNH', column: 2, row: 1 },
  { code: 'JZ04', name: 'Drenthe', short: 'DRE', column: 6, row: 1 },
  { code: 'JZ05', name: 'West-Friesland', short: 'WFR', column: 3, row: 2 },
  { code: 'JZ06', name: 'Alkmaar', short: 'ALK', column: 2, row: 2 },
  { code: 'JZ07', name: 'IJsselland', short: 'IJS', column: 6, row: 3 },
  { code: 'JZ08', name: 'Flevoland', short: 'FLE', column: 5, row: 2 },
  { code: 'JZ09', name: 'Zaanstreek-Waterland', short: 'ZAA', column: 3, row: 3 },
  { code: 'JZ10', name: 'IJmond', short: 'IJM', column: 1, row: 2 },
  { code: 'JZ11', name: 'Zuid-Kennemerland', short: 'ZKE', column: 1, row: 3 },
  { code: 'JZ12', name: 'Noord-Veluwe', short: 'NVE', column: 5, row: 3 },
  { code: 'JZ13', name: 'Amsterdam-Amstelland', short: 'AMS', column: 2, row: 3 },
  { code: 'JZ14', name: 'Twente', short: 'TWE', column: 7, row: 4 },
  { code: 'JZ15', name: 'Haarlemmermeer', short: 'HMM', column: 2, row: 4 },
  { code: 'JZ16', name: 'Gooi en Vechtstreek', short: 'GOO', column: 4, row: 3 },
  {
    code: 'JZ17',
    name: 'Midden-IJssel/Oost-Veluwe',
    onTile: 'M-IJssel/ O-Veluwe',
    short: 'MIJ',
    column: 6,
    row: 4,
  },
  { code: 'JZ18', name: 'Holland Rijnland', short: 'HRL', column: 1, row: 4 },
  { code: 'JZ19', name: 'Utrecht West', short: 'UTW', column: 3, row: 4 },
  { code: 'JZ20', name: 'Eemland', short: 'EEM', column: 4, row: 4 },
  { code: 'JZ21', name: 'Foodvalley', short: 'FOO', column: 5, row: 4 },
  { code: 'JZ22', name: 'Utrecht Stad', short: 'UTS', column: 3, row: 5 },
  { code: 'JZ23', name: 'Zuidoost Utrecht', short: 'ZOU', column: 4, row: 5 },
  { code: 'JZ24', name: 'Haaglanden', short: 'HAA', column: 1, row: 5 },
  { code: 'JZ25', name: 'Achterhoek', short: 'ACH', column: 6, row: 5 },
  { code: 'JZ26', name: 'Lekstroom', short: 'LEK', column: 3, row: 6 },
  { code: 'JZ27', name: 'Midden-Holland', short: 'MHO', column: 2, row: 5 },
  { code: 'JZ28', name: 'Centraal Gelderland', short: 'CGE', column: 5, row: 5 },
  { code: 'JZ29', name: 'Rijnmond', short: 'RIJ', column: 1, row: 6 },
  { code: 'JZ30', name: 'Rivierenland', short: 'RIV', column: 4, row: 6 },
  { code: 'JZ31', name: 'Zuid-Holland Zuid', short: 'ZHZ', column: 2, row: 6 },
  { code: 'JZ32', name: 'Rijk van Nijmegen', short: 'RVN', column: 5, row: 6 },
  { code: 'JZ33', name: 'Noordoost-Brabant', short: 'NOB', column: 4, row: 7 },
  { code: 'JZ34', name: 'West-Brabant-Oost', short: 'WBO', column: 2, row: 7 },
  { code: 'JZ35', name: 'Hart van Brabant', short: 'HVB', column: 3, row: 7 },
  { code: 'JZ36', name: 'West-Brabant-West', short: 'WBW', column: 1, row: 7 },
  { code: 'JZ37', name: 'Noord-Limburg', short: 'NLI', column: 5, row: 7 },
  { code: 'JZ38', name: 'Zeeland', short: 'ZEE', column: 0, row: 7 },
  { code: 'JZ39', name: 'Zuidoost-Brabant', short: 'ZOB', column: 4, row: 8 },
  { code: 'JZ41', name: 'Zuid-Limburg', short: 'ZLI', column: 5, row: 9 },
  { code: 'JZ42', name: 'Midden-Limburg Oost', short: 'MLO', column: 6, row: 8 },
  { code: 'JZ43', name: 'Midden-Limburg West', short: 'MLW', column: 5, row: 8 },
]

/** What a region is called beside the name on its tile. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'friesland fryslan': 'JZ02',
  fryslan: 'JZ02',
  'alkmaar noord kennemerland': 'JZ06',
  'noord kennemerland': 'JZ06',
  'ijmond midden kennemerland': 'JZ10',
  'midden kennemerland': 'JZ10',
  'food valley': 'JZ21',
  utrecht: 'JZ22',
  'midden brabant hart van brabant': 'JZ35',
  'midden brabant': 'JZ35',
}

const byName = new Map(TILES.map((tile) => [plain(tile.name), tile]))
const byCode = new Map(TILES.map((tile) => [plain(tile.code), tile]))

/** The tile of a region, by its code or by its name however it is written. */
export function findTile(region: string): Tile | undefined {
  const name = plain(region)
  return byCode.get(name) ?? byName.get(name) ?? byCode.get((OTHER_NAMES[name] ?? '').toLowerCase())
}

function plain(words: string): string {
  return words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
