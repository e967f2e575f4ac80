import type { CategoryNames } from '../../../kernel/vocabulary/spending-category.ts';

/** What members call categories of spending, in Spanish. */
export const categories: CategoryNames = {
  cash: 'efectivo, cajero, cajeros, cajero automático, retiros de efectivo',
  fees: 'comisión, comisiones, cargo, cargos, cargos del banco, cuotas',
  dividends: 'dividendo, dividendos, intereses, interés',
  income:
    'ingresos, nómina, sueldo, salario, pago del trabajo, depósito directo, mi pago, cheques de pago, quincena',
  travel: 'viajes, viaje, hoteles, hotel, vuelos, vuelo, vacaciones, aerolíneas',
  rent: 'renta, alquiler, vivienda, hipoteca, apartamento',
  insurance: 'seguro, seguros, aseguranza, seguro del carro',
  utilities: 'servicios, luz, electricidad, agua, basura, recibo de luz, recibo de agua',
  fuel: 'gasolina, gas, combustible, gasolineras, gasolinera, diésel',
  coffee: 'café, cafés, cafeterías, cafetería',
  pharmacy: 'farmacia, farmacias, medicina, medicinas, medicamentos, recetas',
  rides: 'transporte, taxi, taxis, estacionamiento, camión, autobús, metro, casetas, peajes',
  groceries:
    'mandado, despensa, supermercado, supermercados, súper, comestibles, abarrotes, compras del súper, víveres',
  restaurants:
    'restaurante, restaurantes, comer fuera, comida, comida rápida, salir a comer, para llevar, cenas, almuerzos, bares',
  phone: 'teléfono, celular, internet, cable, wifi, recibo del teléfono, móvil',
  streaming: 'suscripciones, suscripción, streaming, música',
  entertainment: 'entretenimiento, cine, juegos, conciertos, diversión, boletos',
  health: 'salud, doctor, doctores, médico, dentista, gimnasio, hospital',
  home: 'ferretería, muebles, jardín, mejoras del hogar, hogar',
  pets: 'mascotas, mascota, perro, gato, veterinario',
  clothes: 'ropa, zapatos, calzado',
  online: 'compras en línea, en línea, por internet, compras por internet',
};
