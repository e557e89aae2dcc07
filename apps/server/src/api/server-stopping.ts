/** Thrown to calls that still wait for a house that is not going to be there. */
export class ServerStopping extends Error {
  readonly statusCode = 503

  constructor() {
    super('the server is stopping')
    this.name = 'ServerStopping'
  }
}
