import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import {
  createJsonSchemaTransform,
  createJsonSchemaTransformObject,
} from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  choiceSchema,
  clockSchema,
  explanationSchema,
  explanationsSchema,
  figureSchema,
  figuresSchema,
  indicatorSchema,
  noticeSchema,
  partySchema,
  problemSchema,
  publicationLineSchema,
  publicationSchema,
  questionSchema,
  reportTemplateSchema,
  routeSchema,
  sharedLineSchema,
  shareSchema,
  stepSchema,
  timelineEntrySchema,
  trajectoriesSchema,
  trajectoryLineSchema,
  trajectorySchema,
  verificationSchema,
} from './contract.ts'

/** The version of the API, in each answer. Its first number stands in the address. */
export const API_VERSION = '1.0.0'
export const API_BASE = '/api/v1'

const SCHEMAS = {
  Choice: choiceSchema,
  Clock: clockSchema,
  Explanation: explanationSchema,
  Explanations: explanationsSchema,
  Figure: figureSchema,
  Figures: figuresSchema,
  Indicator: indicatorSchema,
  Notice: noticeSchema,
  Party: partySchema,
  Problem: problemSchema,
  PublicationLine: publicationLineSchema,
  Publication: publicationSchema,
  Question: questionSchema,
  ReportTemplate: reportTemplateSchema,
  Route: routeSchema,
  Share: shareSchema,
  SharedLine: sharedLineSchema,
  Step: stepSchema,
  TimelineEntry: timelineEntrySchema,
  Trajectories: trajectoriesSchema,
  TrajectoryLine: trajectoryLineSchema,
  Trajectory: trajectorySchema,
  Verification: verificationSchema,
}

/** Describes the API as OpenAPI 3.1, after the API Design Rules of the Dutch government. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  const schemaRegistry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(SCHEMAS)) schemaRegistry.add(schema, { id })
  const transform = createJsonSchemaTransform({ schemaRegistry })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tijdig',
        version: API_VERSION,
        description:
          'Trajecten, termijnen en cijfers van de jeugdhulp. Elk cijfer wordt gevraagd op een peildag, zoals het op een moment bekend was.',
        contact: {
          name: 'Tijdig',
          url: 'https://tijdig.example',
          email: 'beheer@tijdig.example',
        },
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      },
      servers: [{ url: API_BASE, description: 'Deze server' }],
    },
    transform: (route) => {
      const transformed = transform(route)
      // Pages stand beside the API, and are no part of it.
      if (route.url.startsWith(`${API_BASE}/`)) return transformed
      return { ...transformed, schema: { hide: true } }
    },
    transformObject: (document) =>
      finish(createJsonSchemaTransformObject({ schemaRegistry })(document)),
  })
}

type ApiDocument = ReturnType<ReturnType<typeof createJsonSchemaTransformObject>>

/**
 * Says with each answer what it is and that it carries the API's version, as the rules want, and
 * leaves out the second form of each schema, which is for input: nothing here is taken in so.
 */
function finish(document: ApiDocument): ApiDocument {
  const headers = {
    'API-Version': { description: 'De versie van de API.', schema: { type: 'string' } },
  } as const
  for (const path of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(path ?? {})) {
      if (typeof operation !== 'object' || operation === null) continue
      if (!('responses' in operation && 'summary' in operation)) continue
      for (const response of Object.values(operation.responses ?? {})) {
        if ('$ref' in response) continue
        const isUnnamed = response.description === 'Default Response'
        Object.assign(response, { headers }, isUnnamed && { description: operation.summary })
      }
    }
  }
  const schemas = ('components' in document && document.components?.schemas) || {}
  for (const name of Object.keys(SCHEMAS)) Reflect.deleteProperty(schemas, `${name}Input`)
  return document
}
