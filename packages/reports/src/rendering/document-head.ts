import type { Metadata, ReportDocument } from '../document/document.ts'
import type { DocumentHead, FileDocument } from '../document/file-document.ts'
import { factsOf } from './document-facts.ts'

/** What stands at the head of a document: a file brings its own, that of a report follows from it. */
export function headOf(document: ReportDocument | FileDocument): DocumentHead {
  if (document.format === 'tijdig-file/1') return document.head
  const { metadata } = document
  const { title, period, description, language, author, publication, question } = metadata
  return {
    title,
    subtitle: period,
    description,
    language,
    author,
    // Of a preview, the moment up to which the log was read.
    date: publication?.publishedAt ?? question.knownAt,
    facts: factsOf(metadata),
    contents: 'In dit rapport',
    closing: closingWords(metadata),
  }
}

function closingWords({ publication, author, title, period }: Metadata): string {
  const name = `${author}: ${title}, ${period}.`
  return publication
    ? `${name} Uitgave ${publication.address ?? publication.number}. Deze uitgave verandert niet meer; met het controlegetal is na te gaan dat de cijfers uit het logboek komen.`
    : `${name} Dit is een voorbeeld. Het kan nog veranderen tot het wordt gepubliceerd.`
}
