import { Link } from '@tanstack/react-router'
import type { ReportTemplate } from '@tijdig/server/contract'

interface Props {
  readonly templates: readonly ReportTemplate[]
  readonly chosen: string | undefined
}

/** The reports that can be made. */
export function TemplateList({ templates, chosen }: Props) {
  return (
    <ul className="tijdig-templates tijdig-not-printed">
      {templates.map((template) => (
        <li key={template.template} className="tijdig-template">
          <h3>
            <Link
              to="/rapporten"
              search={{ sjabloon: template.template }}
              resetScroll={false}
              className="nl-link"
              activeProps={{}}
              aria-current={template.template === chosen ? 'true' : undefined}
            >
              {template.title}
            </Link>
          </h3>
          <p>{template.description}</p>
        </li>
      ))}
    </ul>
  )
}
