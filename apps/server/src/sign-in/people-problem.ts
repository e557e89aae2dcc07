/** Why something about people, their sessions and their keys is refused. */
export type PeopleProblemCode =
  | 'key-scope'
  | 'appointment-unknown'
  | 'purpose-unknown'
  | 'person-unknown'
  | 'already-appointed'
  | 'last-administrator'
  | 'team-unknown'
  | 'team-exists'
  | 'worker-code-taken'
  | 'key-unknown'
  | 'key-end-invalid'
