import type { CategoryNames } from '../../../kernel/vocabulary/spending-category.ts';

/** What members call categories of spending, in English. */
export const categories: CategoryNames = {
  cash: 'cash, atm, atms, atm withdrawals, cash withdrawals, at the atm',
  fees: 'fee, fees, bank fees, charges, service charges, overdraft fees',
  dividends: 'dividend, dividends, interest',
  income:
    'income, pay, payroll, paycheck, paychecks, salary, wages, direct deposit, direct deposits, earnings',
  travel: 'travel, hotels, flights, airlines, airfare, vacation, trips, hotel',
  rent: 'rent, housing, mortgage, apartment',
  insurance: 'insurance, car insurance, premiums',
  utilities:
    'utilities, utility, electric, electricity, power, water, water bill, electric bill, gas bill, light bill, utility bills, trash',
  fuel: 'gas, fuel, gasoline, petrol, gas stations, gas station, filling up, diesel',
  coffee: 'coffee, coffees, cafes, coffee shops, lattes, tea',
  pharmacy: 'pharmacy, pharmacies, drugstore, drug store, medicine, meds, prescriptions',
  rides:
    'rides, taxi, taxis, cabs, transit, parking, tolls, transportation, bus, trains, public transit, rideshare',
  groceries:
    'groceries, grocery, grocery stores, grocery store, grocery shopping, supermarket, supermarkets, food shopping',
  restaurants:
    'restaurant, restaurants, eating out, dining, dining out, fast food, takeout, take out, food, eating, lunch, dinner, bars, delivery, food delivery',
  phone: 'phone, cell phone, phone bill, internet, cable, wifi, mobile, cell',
  streaming: 'streaming, subscriptions, subscription, music, tv',
  entertainment: 'entertainment, movies, games, fun, concerts, going out, tickets',
  health: 'health, doctor, doctors, medical, dentist, gym, healthcare, fitness',
  home: 'home improvement, hardware, furniture, garden, home and garden',
  pets: 'pets, pet, dog, cat, vet, pet food, pet supplies',
  clothes: 'clothes, clothing, shoes, apparel, fashion',
  online: 'online shopping, online, shopping online, online purchases',
};
