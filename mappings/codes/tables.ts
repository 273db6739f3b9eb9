// The code lists as tables, each from its ConceptMap in this folder.

import { codeTable } from '../engine/codes.ts'
import administrativeGenderMap from './administrative-gender.json' with { type: 'json' }
import admissionMethodMap from './admission-method.json' with { type: 'json' }
import cldDeliveryMechanismMap from './cld-delivery-mechanism.json' with { type: 'json' }
import cldEthnicityMap from './cld-ethnicity.json' with { type: 'json' }
import cldEventOutcomeMap from './cld-event-outcome.json' with { type: 'json' }
import cldEventTypeMap from './cld-event-type.json' with { type: 'json' }
import cldGenderMap from './cld-gender.json' with { type: 'json' }
import cldRequestRouteMap from './cld-request-route.json' with { type: 'json' }
import cldServiceComponentMap from './cld-service-component.json' with { type: 'json' }
import cldServiceTypeMap from './cld-service-type.json' with { type: 'json' }
import contactRoleMap from './contact-role.json' with { type: 'json' }
import dischargeDestinationMap from './discharge-destination.json' with { type: 'json' }
import dischargeMethodMap from './discharge-method.json' with { type: 'json' }
import documentCompletionMap from './document-completion.json' with { type: 'json' }
import documentTypeMap from './document-type.json' with { type: 'json' }
import ethnicCategoryMap from './ethnic-category.json' with { type: 'json' }
import nhsNumberStatusMap from './nhs-number-status.json' with { type: 'json' }
import patientClassMap from './patient-class.json' with { type: 'json' }
import relationshipMap from './relationship.json' with { type: 'json' }
import sourceOfAdmissionMap from './source-of-admission.json' with { type: 'json' }
import specialtyMap from './specialty.json' with { type: 'json' }

export const administrativeGender = codeTable(administrativeGenderMap)
export const admissionMethod = codeTable(admissionMethodMap)
export const contactRole = codeTable(contactRoleMap)
export const dischargeDestination = codeTable(dischargeDestinationMap)
export const dischargeMethod = codeTable(dischargeMethodMap)
export const documentCompletion = codeTable(documentCompletionMap)
export const documentType = codeTable(documentTypeMap)
export const ethnicCategory = codeTable(ethnicCategoryMap)
export const nhsNumberStatus = codeTable(nhsNumberStatusMap)
export const patientClass = codeTable(patientClassMap)
export const relationship = codeTable(relationshipMap)
export const sourceOfAdmission = codeTable(sourceOfAdmissionMap)
export const specialty = codeTable(specialtyMap)

export const cldDeliveryMechanism = codeTable(cldDeliveryMechanismMap)
export const cldEthnicity = codeTable(cldEthnicityMap)
export const cldEventOutcome = codeTable(cldEventOutcomeMap)
export const cldEventType = codeTable(cldEventTypeMap)
export const cldGender = codeTable(cldGenderMap)
export const cldRequestRoute = codeTable(cldRequestRouteMap)
export const cldServiceComponent = codeTable(cldServiceComponentMap)
export const cldServiceType = codeTable(cldServiceTypeMap)
