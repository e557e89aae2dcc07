import {
  AlignmentType,
  convertMillimetersToTwip,
  Footer,
  type INumberingOptions,
  type ISectionPropertiesOptions,
  type IStylesOptions,
  LevelFormat,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'

const ACCENT = '0D5E62'
const INK = '1B1F24'
const QUIET = '4F5863'

/** A letter that every office program has or has one like; nothing of it is brought along. */
const FONT = 'Calibri'

/** A4 with the margins of the PDF. */
export const PAGE: ISectionPropertiesOptions = {
  page: {
    size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
    margin: {
      top: convertMillimetersToTwip(24),
      bottom: convertMillimetersToTwip(26),
      left: convertMillimetersToTwip(25),
      right: convertMillimetersToTwip(25),
    },
  },
}

const text = (size: number, more: object = {}) => ({
  font: FONT,
  size: size * 2,
  color: INK,
  ...more,
})
const heading = (size: number, before: number) => ({
  run: text(size, { bold: true }),
  paragraph: { spacing: { before, after: 120 }, keepNext: true, keepLines: true },
})
const style = (id: string, name: string, run: object, paragraph: object) => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  run,
  paragraph,
})

export const STYLES: IStylesOptions = {
  default: {
    document: { run: { ...text(11), language: { value: 'nl-NL' } } },
    heading1: heading(26, 0),
    heading2: heading(16, 400),
    heading3: heading(13, 300),
    heading4: heading(11, 240),
    hyperlink: { run: { color: ACCENT, underline: {} } },
    footnoteText: { run: text(9) },
  },
  paragraphStyles: [
    style('BodyText', 'Body Text', {}, { spacing: { after: 160, line: 288 } }),
    style('ListText', 'List Text', {}, { spacing: { after: 80, line: 276 } }),
    style('TableText', 'Table Text', { size: 20 }, { spacing: { after: 0 } }),
    // Lines as high as what stands on them: with a height of their own they cut a picture off.
    style('Picture', 'Picture', {}, { spacing: { after: 160 } }),
    style('Caption', 'Caption', { bold: true }, { spacing: { before: 240, after: 100 } }),
    style('Remark', 'Remark', { size: 18, color: QUIET }, { spacing: { before: 60, after: 60 } }),
    style('Sender', 'Sender', { bold: true, color: QUIET }, { spacing: { after: 80 } }),
    style('Period', 'Period', { bold: true, size: 30, color: ACCENT }, { spacing: { after: 200 } }),
    style('Fact', 'Fact', { size: 20 }, { spacing: { after: 40 } }),
    style('ContentsHead', 'Contents Head', { bold: true, size: 26 }, { spacing: { before: 320 } }),
  ],
}

/** One way of numbering; each list counts anew. */
export const NUMBERING: INumberingOptions = {
  config: [
    {
      reference: 'numbers',
      levels: Array.from({ length: 9 }, (_, level) => ({
        level,
        format: LevelFormat.DECIMAL,
        text: `%${level + 1}.`,
        alignment: AlignmentType.START,
        style: { paragraph: { indent: { left: 720 * (level + 1), hanging: 360 } } },
      })),
    },
  ],
}

export function footerOf(title: string): Footer {
  const words = new TextRun({
    size: 17,
    color: QUIET,
    children: [`${title} · pagina `, PageNumber.CURRENT, ' van ', PageNumber.TOTAL_PAGES],
  })
  return new Footer({ children: [new Paragraph({ children: [words] })] })
}
