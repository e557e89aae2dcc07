import type { Attributes, AttributeValue } from '../attributes.ts'

/** `{% figure indicator="ot.children" by={placement: "network"} /%}` */
export function writeTag(tag: string, attributes: Attributes): string {
  const written = Object.entries(attributes).map(([name, value]) => `${name}=${writeValue(value)} `)
  return `{% ${tag} ${written.join('')}/%}`
}

function writeValue(value: AttributeValue): string {
  if (typeof value === 'string') return writeText(value)
  if (typeof value === 'number') return writeNumber(value)
  if (typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return `[${value.map(writeValue).join(', ')}]`
  const cells = Object.entries(value).map(([name, one]) => `${writeName(name)}: ${writeValue(one)}`)
  return `{${cells.join(', ')}}`
}

function writeText(text: string): string {
  const clean = text.replace(/[\p{Cc}\p{Cs}]/gu, ' ')
  return `"${clean.replace(/[\\"]/g, (sign) => `\\${sign}`)}"`
}

// Markdoc reads no powers of ten.
function writeNumber(value: number): string {
  const text = String(value)
  return /^-?\d+(\.\d+)?$/.test(text) ? text : value.toFixed(10)
}

function writeName(name: string): string {
  return /^[A-Za-z][A-Za-z0-9_]*$/.test(name) ? name : writeText(name)
}
