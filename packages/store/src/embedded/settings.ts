/** How the embedded PostgreSQL listens: a socket in a closed folder, or loopback with a password. */
export type Listening =
  | { readonly kind: 'socket'; readonly folder: string }
  | { readonly kind: 'loopback'; readonly port: number }

/**
 * The settings of the embedded PostgreSQL: sized for a small machine, never at the cost of
 * what was acknowledged (fsync and full_page_writes stay on).
 */
export function settingsText(
  listening: Listening,
  extra: Readonly<Record<string, string>> = {},
): string {
  const settings: Record<string, string> = {
    ...(listening.kind === 'socket'
      ? {
          listen_addresses: '',
          unix_socket_directories: `"${listening.folder}"`,
          unix_socket_permissions: '0700',
          port: '5432',
        }
      : { listen_addresses: '127.0.0.1', port: String(listening.port) }),
    max_connections: '60',
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    work_mem: '32MB',
    maintenance_work_mem: '128MB',
    random_page_cost: '1.1',
    // A bulk import writes gigabytes: fewer checkpoints, spread out.
    max_wal_size: '4GB',
    min_wal_size: '256MB',
    checkpoint_timeout: '15min',
    wal_level: 'minimal',
    max_wal_senders: '0',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    log_min_messages: 'warning',
    // Statements carry data, and a log is read by more people than a record.
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: '0',
    ...extra,
  }
  const lines = Object.entries(settings).map(
    ([name, value]) => `${name} = '${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`,
  )
  return `# Written by Tijdig at each start.\n${lines.join('\n')}\n`
}
