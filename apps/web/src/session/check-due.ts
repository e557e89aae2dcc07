/** Moments and spans in milliseconds. */
export interface Times {
  readonly now: number
  /** When somebody last typed or pointed. */
  readonly active: number
  /** When the server was last asked something. */
  readonly asked: number
  /** Idle this long, the server ends the session. */
  readonly idle: number
  /** When it ends in any case. */
  readonly end: number
}

/**
 * Whether to ask the server about the session: to keep it, as somebody is at work without asking
 * anything; or to hear that it ended.
 */
export function isCheckDue({ now, active, asked, idle, end }: Times): boolean {
  if (now >= end || now - asked > idle) return true
  return active > asked && now - asked > idle / 3
}
