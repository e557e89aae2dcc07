import fc from 'fast-check'
import { arbitraryLog, type Shape } from '../../packages/core/src/testing/arbitraries.ts'

const oneOf = (...values: string[]) => fc.constantFrom(...values)
const nothing = fc.constant({})
const children = oneOf('K1', 'K2', 'K3')

const organisations = oneOf('DJGB', 'WSS', 'DE-BRUG')

/** Who is party matters to no figure over all; it decides what an organisation's own count. */
const PARTIES: readonly Shape[] = [
  { type: 'partyJoined', data: fc.record({ organisation: organisations }) },
  { type: 'partyLeft', data: fc.record({ organisation: organisations }) },
]

const OT: readonly Shape[] = [
  {
    type: 'registered',
    data: fc.record({
      channel: oneOf('direct', 'professional', 'unknown'),
      applicant: oneOf('mother', 'father'),
      residence: oneOf('Drenthe', 'abroad'),
    }),
  },
  {
    type: 'registered',
    data: fc.constant({ channel: 'direct', applicant: 'child', residence: 'abroad' }),
  },
  { type: 'contacted', data: nothing },
  { type: 'welcomeScheduled', data: nothing },
  { type: 'investigationStarted', data: nothing },
  { type: 'neverStarted', data: nothing },
  { type: 'supportStarted', data: nothing },
  { type: 'supportStarted', data: fc.record({ guide: oneOf('PB-01', 'PB-02') }) },
  { type: 'completed', data: nothing },
  { type: 'reopened', data: nothing },
  {
    type: 'familyRecorded',
    data: fc.record({
      composition: oneOf('intact', 'blended'),
      authorityHeldBy: oneOf('both-parents', 'unknown'),
      applicantAuthority: oneOf('all', 'none'),
    }),
  },
  { type: 'childRecorded', data: fc.record({ child: children }) },
  {
    type: 'childPlaced',
    data: fc.record({
      child: children,
      placement: oneOf('network', 'secure'),
      protectionOrder: oneOf('with', 'without'),
    }),
  },
  { type: 'childReturned', data: fc.record({ child: children }) },
  { type: 'institutionInvolved', data: fc.record({ region: oneOf('Flevoland', 'Rijnmond') }) },
  { type: 'supportRequested', data: fc.record({ theme: oneOf('housing', 'recognition') }) },
  { type: 'supportGiven', data: fc.record({ theme: oneOf('livelihood', 'other') }) },
  { type: 'wishRecorded', data: fc.record({ wish: oneOf('contact-restored', 'other-recovery') }) },
  { type: 'resultReached', data: fc.record({ result: oneOf('housing-found', 'debt-settled') }) },
  { type: 'analysisStarted', data: nothing },
  { type: 'analysisCompleted', data: nothing },
]

const JBJR: readonly Shape[] = [
  {
    type: 'orderImposed',
    data: fc.record({
      order: oneOf('ots', 'guardianship'),
      region: oneOf('IJmond'),
      municipality: oneOf('Velsen'),
    }),
  },
  { type: 'institutionNotified', data: fc.record({ institution: oneOf('DJGB', 'WSS') }) },
  { type: 'workerAssigned', data: fc.record({ worker: oneOf('DJGB-01', 'WSS-02') }) },
  { type: 'firstContact', data: nothing },
  { type: 'planEstablished', data: nothing },
  { type: 'helpStarted', data: nothing },
  { type: 'orderEnded', data: nothing },
  { type: 'termsPaused', data: fc.record({ reason: oneOf('abroad', 'appeal') }) },
  { type: 'termsResumed', data: nothing },
]

export const arbitraryOtLog = arbitraryLog('ot', [...OT, ...PARTIES])
export const arbitraryJbjrLog = arbitraryLog('jbjr', [...JBJR, ...PARTIES, ...PARTIES])
