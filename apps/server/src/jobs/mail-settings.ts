/** By which server mail goes out, from whom, and when. */
export interface MailSettings {
  /** `smtp://` or `smtps://`, with name and password where the server asks for them. */
  readonly url: string
  /** From whom it is. */
  readonly from: { readonly name: string; readonly address: string }
  /** Where people open Tijdig, for the way there: an origin. */
  readonly address: string
  /** At what time of the day in the Netherlands, as `07:00`. */
  readonly time: string
}
