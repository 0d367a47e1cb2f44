INSERT INTO delivery_wave (delivery_key, wave_key) VALUES (?, ?)
