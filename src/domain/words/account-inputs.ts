import type { Helped } from './words';

/** What is to be filled in where something is sent about an account, its contacts, relations and custom fields. */
export const ACCOUNT_INPUTS = {
  accountId: {
    en: 'The account that this is about.',
    de: 'Das Konto, um das es geht.',
  },
  expectedRevision: {
    en: 'The revision of the account that you have before you. If somebody has changed it since, nothing is saved.',
    de: 'Die Revision des Kontos, die Sie vor sich haben. Hat es inzwischen jemand geändert, wird nichts gespeichert.',
  },
  id: {
    en: 'The id of an account that another system knows already, a UUID. Left out, it gets a new one.',
    de: 'Die ID eines Kontos, das ein anderes System schon kennt, eine UUID. Ohne Angabe bekommt es eine neue.',
  },
  'CreateAccountInput.name': {
    en: 'What the account is to be called.',
    de: 'Wie das Konto heißen soll.',
  },
  'UpdateAccountInput.name': {
    en: 'The new name of the account. It cannot be cleared.',
    de: 'Der neue Name des Kontos. Er lässt sich nicht leeren.',
  },
  accountingNo: {
    en: 'The number of the account in accounting, as free text. It need not be unique.',
    de: 'Die Nummer des Kontos in der Buchhaltung, als freier Text. Sie muss nicht eindeutig sein.',
  },
  email: {
    en: 'An e-mail address. Its form is not checked.',
    de: 'Eine E-Mail-Adresse. Ihre Form wird nicht geprüft.',
  },
  billingAddress: {
    en: 'The postal address for invoices. It is saved as a whole: a part that is left out is empty.',
    de: 'Die Postanschrift für Rechnungen. Sie wird als Ganzes gespeichert: Ein Teil, der fehlt, ist leer.',
  },
  line1: {
    en: 'Street and number, as a rule.',
    de: 'In der Regel Straße und Hausnummer.',
  },
  line2: {
    en: 'What does not fit into the first line.',
    de: 'Was in die erste Zeile nicht passt.',
  },
  city: {
    en: 'The town, as free text.',
    de: 'Der Ort, als freier Text.',
  },
  region: {
    en: 'State, province or county, as free text.',
    de: 'Bundesland, Provinz oder Landkreis, als freier Text.',
  },
  postalCode: {
    en: 'The postal code, as free text. It is not checked against the country.',
    de: 'Die Postleitzahl, als freier Text. Ob sie zum Land passt, wird nicht geprüft.',
  },
  country: {
    en: 'The two letters of the country by ISO 3166-1, e.g. "DE".',
    de: 'Die zwei Buchstaben des Landes nach ISO 3166-1, z. B. „DE“.',
  },
  synchronizationOptions: {
    en: 'How provisioning systems know the account. Send all of them: those that are left out are removed.',
    de: 'Wie Bereitstellungssysteme das Konto kennen. Senden Sie alle: Was fehlt, wird entfernt.',
  },
  systemCode: {
    en: 'The provisioning system, by its code.',
    de: 'Das Bereitstellungssystem, nach seinem Code.',
  },
  key: {
    en: 'The name of the option in the provisioning system. Each system has a key once.',
    de: 'Der Name der Option im Bereitstellungssystem. Jedes System hat einen Schlüssel nur einmal.',
  },
  'SynchronizationOptionInput.value': {
    en: 'The value of the option. It may be empty.',
    de: 'Der Wert der Option. Er darf leer sein.',
  },
  parentId: {
    en: 'The account above this one. Empty: none.',
    de: 'Das Konto über diesem. Leer: keines.',
  },
  billToId: {
    en: 'The account that pays. Empty: the account pays for itself.',
    de: 'Das Konto, das zahlt. Leer: Das Konto zahlt selbst.',
  },
  currency: {
    en: 'What the account is billed in, by ISO 4217, e.g. "EUR". It is fixed once anything is recorded on the account.',
    de: 'Worin das Konto abgerechnet wird, nach ISO 4217, z. B. „EUR“. Sie steht fest, sobald auf dem Konto etwas erfasst ist.',
  },
  enableOrdering: {
    en: 'Whether the account is to be open for back-orders. It does not decide who may sell to it.',
    de: 'Ob das Konto für Back-Ordering offen sein soll. Wer ihm verkaufen darf, hängt nicht davon ab.',
  },
  separateInvoices: {
    en: 'Yes: the account gets invoices of its own. No: its lines join an invoice on the account that pays.',
    de: 'Ja: Das Konto bekommt eigene Rechnungen. Nein: Seine Zeilen stehen auf einer Rechnung des Kontos, das zahlt.',
  },
  responsibleUserId: {
    en: 'Who looks after the account and has full access to it, by the id of the identity provider. Empty: nobody.',
    de: 'Wer sich um das Konto kümmert und vollen Zugriff hat, nach der ID beim Identitätsanbieter. Leer: niemand.',
  },
  'CreateAccountInput.responsibleUserId': {
    en: 'Who looks after the account, by the id of the identity provider. Left out, the one that the API options name.',
    de: 'Wer sich um das Konto kümmert, nach der ID beim Identitätsanbieter. Ohne Angabe, wen die API-Optionen nennen.',
  },
  permissionRuleId: {
    en: 'Who else has access to the account. Empty: only administrators and the responsible user.',
    de: 'Wer sonst noch Zugriff auf das Konto hat. Leer: nur Administratoren und der verantwortliche Benutzer.',
  },
  'CreateAccountInput.permissionRuleId': {
    en: 'Who else has access to the account. Left out, as the API options say.',
    de: 'Wer sonst noch Zugriff auf das Konto hat. Ohne Angabe, was die API-Optionen sagen.',
  },
  customFields: {
    en: 'The custom fields to change, each once. The others stay as they are.',
    de: 'Die individuellen Felder, die sich ändern, jedes einmal. Die übrigen bleiben, wie sie sind.',
  },
  'CreateAccountInput.customFields': {
    en: 'Custom fields that are to differ from their default values, each once.',
    de: 'Individuelle Felder, die vom Vorgabewert abweichen sollen, jedes einmal.',
  },
  'CustomFieldInput.code': {
    en: 'Which custom field is meant, by its code.',
    de: 'Welches individuelle Feld gemeint ist, nach seinem Code.',
  },
  'CustomFieldInput.value': {
    en: 'What the field is to hold, of the type of the field. Empty: its value is cleared.',
    de: 'Was das Feld enthalten soll, vom Typ des Feldes. Leer: Der Wert wird entfernt.',
  },
  contactId: {
    en: 'Which contact of the account is meant.',
    de: 'Welcher Kontakt des Kontos gemeint ist.',
  },
  firstName: {
    en: 'The first name of the contact. It may be empty.',
    de: 'Der Vorname des Kontakts. Er darf leer sein.',
  },
  'AddContactInput.lastName': {
    en: 'The last name of the contact.',
    de: 'Der Nachname des Kontakts.',
  },
  'UpdateContactInput.lastName': {
    en: 'The new last name of the contact. It cannot be cleared.',
    de: 'Der neue Nachname des Kontakts. Er lässt sich nicht leeren.',
  },
  phone: {
    en: 'A telephone number, as free text.',
    de: 'Eine Telefonnummer, als freier Text.',
  },
  jobTitle: {
    en: 'What the contact does there, e.g. "Head of IT".',
    de: 'Was der Kontakt dort tut, z. B. „IT-Leitung“.',
  },
  kind: {
    en: 'What kind of record the account is related to.',
    de: 'Mit welcher Art von Datensatz das Konto verknüpft wird.',
  },
  targetId: {
    en: 'The id of the record in its own system. It is not looked up.',
    de: 'Die ID des Datensatzes in seinem eigenen System. Sie wird nicht nachgeschlagen.',
  },
  'RelateAccountInput.label': {
    en: 'What people read for the record. Empty: a label that is there stays.',
    de: 'Was für den Datensatz zu lesen ist. Leer: Eine Bezeichnung, die es gibt, bleibt.',
  },
  relationId: {
    en: 'Which relation of the account is meant.',
    de: 'Welche Beziehung des Kontos gemeint ist.',
  },
  dryRun: {
    en: 'Yes: only see what would change. Nothing is saved.',
    de: 'Ja: nur sehen, was sich ändern würde. Nichts wird gespeichert.',
  },
  idempotencyKey: {
    en: 'A text of your own that makes repeating safe: the same key with the same input is done once within 7 days.',
    de: 'Ein eigener Text, der das Wiederholen sicher macht: Derselbe Schlüssel mit derselben Eingabe wirkt innerhalb von 7 Tagen nur einmal.',
  },
} as const satisfies Readonly<Record<string, Helped>>;
