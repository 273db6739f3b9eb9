// The code lists as FHIR ConceptMaps, for those who ask to have a code translated.

import administrativeGender from './administrative-gender.json' with { type: 'json' }
import admissionMethod from './admission-method.json' with { type: 'json' }
import cldDeliveryMechanism from './cld-delivery-mechanism.json' with { type: 'json' }
import cldEthnicity from './cld-ethnicity.json' with { type: 'json' }
import cldEventOutcome from './cld-event-outcome.json' with { type: 'json' }
import cldEventType from './cld-event-type.json' with { type: 'json' }
import cldGender from './cld-gender.json' with { type: 'json' }
import cldRequestRoute from './cld-request-route.json' with { type: 'json' }
import cldServiceComponent from './cld-service-component.json' with { type: 'json' }
import cldServiceType from './cld-service-type.json' with { type: 'json' }
import contactRole from './contact-role.json' with { type: 'json' }
import dischargeDestination from './discharge-destination.json' with { type: 'json' }
import dischargeMethod from './discharge-method.json' with { type: 'json' }
import documentCompletion from './document-completion.json' with { type: 'json' }
import documentType from './document-type.json' with { type: 'json' }
import ethnicCategory from './ethnic-category.json' with { type: 'json' }
import nhsNumberStatus from './nhs-number-status.json' with { type: 'json' }
import patientClass from './patient-class.json' with { type: 'json' }
import relationship from './relationship.json' with { type: 'json' }
import sourceOfAdmission from './source-of-admission.json' with { type: 'json' }
import specialty from './specialty.json' with { type: 'json' }

/** Every list of this folder (a test compares), as ConceptMap resources. */
export const conceptMaps: readonly { readonly resourceType: string; readonly id: string; readonly url: string }[] = [
  administrativeGender,
  admissionMethod,
  cldDeliveryMechanism,
  cldEthnicity,
  cldEventOutcome,
  cldEventType,
  cldGender,
  cldRequestRoute,
  cldServiceComponent,
  cldServiceType,
  contactRole,
  dischargeDestination,
  dischargeMethod,
  documentCompletion,
  documentType,
  ethnicCategory,
  nhsNumberStatus,
  patientClass,
  relationship,
  sourceOfAdmission,
  specialty,
]
