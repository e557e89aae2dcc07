/** The same provider, without the part that only warns of Node 20; our tests hold it to that one. */
declare module 'oidc-provider/lib/provider.js' {
  export { Provider } from 'oidc-provider'
}
