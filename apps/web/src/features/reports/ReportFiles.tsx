import { Heading, Icon } from '@tijdig/ui'
import { apiAddress } from '../../api/client.ts'
import './reports.css'

interface Props {
  /** Below which address of the API they are: `publications/4`. */
  readonly of: string
  /** What is read: "het rapport", and what it is called in the name of a file. */
  readonly what: string
  readonly name: string
  /** Whether an ODT can be made here. Left out: it is not spoken of. */
  readonly odt?: boolean
}

/** Each form in which a publication can be had. */
export function ReportFiles({ of, what, name, odt }: Props) {
  const files: readonly (readonly [file: string, name: string, kind: string])[] = [
    ['report.html', `Lees ${what}`, 'webpagina'],
    ['report.pdf', `${name} als PDF`, 'toegankelijke PDF'],
    ['report.docx', `${name} voor Word`, 'DOCX'],
    ...(odt ? ([['report.odt', `${name} als open document`, 'ODT']] as const) : []),
    ['figures.csv', 'Cijfers als CSV', 'voor een rekenblad'],
    ['figures.json', 'Cijfers als JSON', 'voor een programma'],
    ['definitions.csv', 'Wat de cijfers betekenen, als CSV', 'voor een rekenblad'],
    ['definitions.json', 'Wat de cijfers betekenen, als JSON', 'voor een programma'],
  ]
  return (
    <section className="tijdig-section tijdig-not-printed" aria-labelledby="lezen">
      <Heading level={2} id="lezen">
        Lezen en downloaden
      </Heading>
      <ul className="tijdig-files">
        {files.map(([file, label, kind]) => (
          <li key={file}>
            <a className="nl-link" href={apiAddress(`${of}/${file}`)}>
              <Icon name="document" /> {label}
            </a>{' '}
            <span className="tijdig-muted">({kind})</span>
          </li>
        ))}
      </ul>
      {odt === false ? (
        <p className="tijdig-muted">
          {name} als open document (ODT): kan hier niet worden gemaakt, want LibreOffice is niet
          geïnstalleerd. Neem het Word-bestand.
        </p>
      ) : null}
    </section>
  )
}
