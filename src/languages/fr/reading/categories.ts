import type { CategoryNames } from '../../../kernel/vocabulary/spending-category.ts';

/** What members call categories of spending, in French. */
export const categories: CategoryNames = {
  cash: 'argent comptant, comptant, guichet, guichets, guichet automatique, espèces, liquide, argent liquide',
  fees: 'frais, frais bancaires, frais de service',
  dividends: 'dividende, dividendes, intérêts, intérêt',
  income: 'revenus, revenu, paie, paye, salaire, dépôt direct, dépôts directs, paies, ma paie',
  travel: 'voyages, voyage, hôtels, hôtel, vols, avion, vacances',
  rent: 'loyer, logement, hypothèque, appartement',
  insurance: 'assurance, assurances, assurance auto',
  utilities: 'services publics, électricité, eau, chauffage, hydro, ordures, courant électrique',
  fuel: 'essence, gaz, carburant, station-service, stations-service, diesel',
  coffee: 'café, cafés, thé',
  pharmacy: 'pharmacie, pharmacies, médicaments, prescriptions, ordonnances',
  rides:
    'transport, transports, taxi, taxis, stationnement, autobus, métro, péages, transport en commun',
  groceries:
    'épicerie, épiceries, courses, supermarché, supermarchés, alimentation, marché, provisions',
  restaurants:
    'restaurant, restaurants, resto, restos, sorties au restaurant, livraison, repas, bars, restauration rapide',
  phone: 'téléphone, cellulaire, cell, internet, câble, wifi, forfait',
  streaming: 'abonnements, abonnement, diffusion, musique',
  entertainment:
    'divertissement, divertissements, loisirs, cinéma, jeux, spectacles, billets, sorties',
  health: 'santé, médecin, médecins, dentiste, gym, hôpital, clinique',
  home: 'quincaillerie, meubles, jardin, rénovation, maison',
  pets: 'animaux, animal, chien, chat, vétérinaire',
  clothes: 'vêtements, linge, chaussures, souliers',
  online: 'achats en ligne, en ligne, sur internet',
};
