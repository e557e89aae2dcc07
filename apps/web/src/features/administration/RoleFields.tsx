import { useQuery } from '@tanstack/react-query'
import { ChoiceGroup, SelectField } from '@tijdig/ui'
import { teamsQuery } from '../../api/administration.ts'
import type { Wrong } from '../../shell/focus-wrong.ts'
import { isRole, ROLE_OPTIONS, type RoleDraft } from './role-draft.ts'

interface Props {
  /** Sets the fields apart where a page has more than one of these. */
  readonly of: string
  readonly draft: RoleDraft
  readonly wrong: Wrong
  readonly onChange: (draft: RoleDraft) => void
}

/** A role, and the teams in which it holds. */
export function RoleFields({ of, draft, wrong, onChange }: Props) {
  const teams = useQuery(teamsQuery)
  return (
    <>
      <SelectField
        id={`${of}-rol`}
        label="Rol"
        value={draft.role}
        error={wrong[`${of}-rol`]}
        options={ROLE_OPTIONS}
        onChange={(role) => onChange({ ...draft, role: isRole(role) ? role : '' })}
      />
      {teams.data === undefined || teams.data.length === 0 ? null : (
        <ChoiceGroup
          id={`${of}-teams`}
          legend="Teams (hoeft niet)"
          hint="Een traject van een team ziet alleen wie in dat team zit, en de leiding."
          options={teams.data.map(({ code, name }) => ({ value: code, label: name }))}
          chosen={draft.teams}
          onChange={(chosen) => onChange({ ...draft, teams: chosen })}
        />
      )}
    </>
  )
}
