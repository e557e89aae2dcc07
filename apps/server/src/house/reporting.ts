/**
 * What makes reports, loaded when it is first needed: typesetting and drawing take a second to load,
 * longer than all the rest of a start.
 */
export const reporting = () => import('@tijdig/reports')
